// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/study.hpp"

namespace demarche {

std::string observation_id(const std::string& document, std::uint32_t sentence, const std::string& code,
                           std::uint32_t nth) {
    return document + ":" + std::to_string(sentence) + ":" + code + ":" + std::to_string(nth);
}

}  // namespace demarche
