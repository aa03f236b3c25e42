// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "graphs/lint/lint.hpp"
#include "graphs/lint/xml_stream.hpp"

namespace demarche::lint {

// The checks of a GraphML file, whose root element is the first that they get. `report` outlives them.
std::unique_ptr<XmlHandler> graphml_checks(Report& report, const std::string& name_space, std::uint64_t line);

}  // namespace demarche::lint
