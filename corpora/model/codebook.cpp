// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/codebook.hpp"

#include <algorithm>

namespace demarche {

const Code* Codebook::find_code(const std::string& id) const noexcept {
    const auto found = std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.id == id; });
    return found == codes.end() ? nullptr : &*found;
}

const Family* Codebook::find_family(const std::string& id) const noexcept {
    const auto found =
        std::find_if(families.begin(), families.end(), [&](const Family& family) { return family.id == id; });
    return found == families.end() ? nullptr : &*found;
}

}  // namespace demarche
