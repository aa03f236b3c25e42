// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"

namespace demarche {

// Where one stands in a document: the headings from the chapter down to the last one.
//
// Which heading is below which is told by their numbers ("2" before "2.3") where both
// have one, else by the size of their print: a smaller one is below a larger one, one
// of the same size takes its place.
class HeadingPath {
public:
    // height  of the print, in points; 0 if unknown
    void enter(std::string_view heading, float height);

    // "2 Action › 2.3 Measures"
    std::string text() const;

private:
    struct Heading {
        std::string text;
        float height = 0;
        int depth = 0;  // of its number: 2 for "2.3", 0 without one
    };
    static bool is_below(const Heading& upper, const Heading& lower);
    std::vector<Heading> open_;
};

// The height of the first printed word of a span, in points; 0 without geometry.
float print_height(const CleanText& text, Span span);

}  // namespace demarche
