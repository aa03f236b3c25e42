// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// "pt" of "pt-BR": the language by which terms, stemmers and comparisons are filed. Bokmål and Nynorsk are
// Norwegian, which has a code of its own.
//
// language  ISO 639-1 or BCP 47
std::string primary_language(std::string_view language);

}  // namespace demarche
