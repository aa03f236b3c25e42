// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "graphs/lint/lint.hpp"
#include "graphs/lint/xml_stream.hpp"

namespace demarche::lint {

// The checks of a GEXF file of version 1.1 to 1.3, whose root element is the first that they get. `report` outlives
// them.
std::unique_ptr<XmlHandler> gexf_checks(Report& report, const std::string& name_space, std::uint64_t line);

}  // namespace demarche::lint
