// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/version.hpp"

namespace demarche {

std::string_view program_version() noexcept {
    return DEMARCHE_VERSION;
}

}  // namespace demarche
