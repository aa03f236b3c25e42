// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace demarche {

// The program's version, "0.1.0", as CMakeLists.txt has it.
std::string_view program_version() noexcept;

}  // namespace demarche
