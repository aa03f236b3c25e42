// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "pipeline/status.hpp"

namespace demarche {

// `demarche codebook test`: tags the example sentences that stand beside each
// code, and says of each code whether it is given to the positive ones alone.
//
// ids      the codes to test; empty: all
// returns  whether every example came out as it should
// throws   Error{usage} for an id that no code has; Error of the codebook
bool write_codebook_test(const std::vector<std::string>& ids, const std::vector<std::string>& codebook_options,
                         OutputFormat format, std::ostream& out);

}  // namespace demarche
