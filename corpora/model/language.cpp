// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/language.hpp"

namespace demarche {

std::string primary_language(std::string_view language) {
    std::string primary(language.substr(0, language.find('-')));
    return primary == "nb" || primary == "nn" ? "no" : primary;
}

}  // namespace demarche
