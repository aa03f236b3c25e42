// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace demarche {

// Which pages are read by optical character recognition.
enum class OcrMode {
    automatic,  // pictures of text, and text layers that do not say what is printed
    never,
    always  // every page on which something is printed
};

}  // namespace demarche
