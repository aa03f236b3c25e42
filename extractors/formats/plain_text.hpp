// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "extractors/formats/extractor.hpp"

namespace demarche {

// UTF-8 text. A form feed begins a page, an empty line a block; there is no
// geometry, so every box is empty. Other encodings are refused rather than
// guessed: a wrong guess reads as a text without mentions.
std::unique_ptr<Extractor> make_plain_text_extractor();

}  // namespace demarche
