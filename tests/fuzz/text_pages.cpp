// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/utf8.hpp"
#include "extractors/text/cleaner.hpp"
#include "extractors/text/sentences.hpp"
#include "tests/fuzz/page_notation.hpp"

// Whatever is printed, and wherever: the running text is UTF-8; blocks and sentences begin and end between
// letters, in order, without overlap, each sentence in one block; each of them leads back to boxes
// on pages that exist, no larger than what those pages hold; and the same pages give the same text.

namespace {

using demarche::Box;
using demarche::CleanedPages;
using demarche::CleanText;
using demarche::Page;
using demarche::Span;

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

void require_between_letters(const std::string& text, Span span) {
    require(!span.empty() && span.end() <= text.size());
    require(is_boundary(text, span.begin()) && is_boundary(text, span.end()));
}

float within_reach(float place) {
    return std::isnan(place) ? 0 : std::clamp(place, -demarche::farthest_place, demarche::farthest_place);
}

Box within_reach(const Box& box) {
    return {within_reach(box.x0), within_reach(box.y0), within_reach(box.x1), within_reach(box.y1)};
}

// Where the words of a page are.
struct Hull {
    Box box;
    float slack = 0;  // turning a page and turning it back may cost a rounding
};

Hull hull_of(const Page& page) {
    Hull hull;
    if (page.words.empty()) return hull;
    hull.box = within_reach(page.words.front().box);
    for (const auto& word : page.words) {
        const Box box = within_reach(word.box);
        // Letters may be printed backwards.
        hull.box = hull.box.united(box).united({box.x1, box.y1, box.x0, box.y0});
    }
    const Box& box = hull.box;
    hull.slack = 1e-5F * std::max({std::abs(box.x0), std::abs(box.y0), std::abs(box.x1), std::abs(box.y1),
                                   std::abs(within_reach(page.width)), std::abs(within_reach(page.height)), 1.0F});
    return hull;
}

class Checker {
public:
    explicit Checker(const std::vector<Page>& pages) : pages_(pages) {
        for (const Page& page : pages) hulls_.push_back(hull_of(page));
    }

    void check(const CleanedPages& cleaned) const;
    void check_sentences(const CleanText& text, const std::string& language) const;

private:
    void require_page(std::uint32_t number) const { require(number >= 1 && number <= pages_.size()); }

    void require_place(const CleanText& text, Span span) const {
        const auto places = text.origin(span);
        require(!places.empty());
        for (const auto& place : places) {
            require_page(place.page);
            require(!pages_[place.page - 1].words.empty());
            require_within(place.box, hulls_[place.page - 1]);
        }
    }

    static void require_within(const Box& box, const Hull& hull) {
        require(box.x0 >= hull.box.x0 - hull.slack && box.y0 >= hull.box.y0 - hull.slack);
        require(box.x1 <= hull.box.x1 + hull.slack && box.y1 <= hull.box.y1 + hull.slack);
    }

    const std::vector<Page>& pages_;
    std::vector<Hull> hulls_;
};

void Checker::check(const CleanedPages& cleaned) const {
    const CleanText& text = cleaned.text;
    require(!demarche::first_invalid_utf8(text.text()));
    require(cleaned.pages.size() == pages_.size() && cleaned.quality.pages == pages_.size());
    std::uint32_t end = 0;
    for (const auto& block : text.blocks()) {
        require_between_letters(text.text(), block.span);
        require(block.span.begin() >= end);
        end = block.span.end();
        require_page(block.page);
        require_place(text, block.span);
    }
}

void Checker::check_sentences(const CleanText& text, const std::string& language) const {
    std::uint32_t end = 0, ordinal = 0;
    auto block = text.blocks().begin();
    for (const auto& sentence : demarche::split_sentences(text, language)) {
        require(sentence.ordinal == ++ordinal);
        require_between_letters(text.text(), sentence.span);
        require(sentence.span.begin() >= end);
        end = sentence.span.end();
        while (block != text.blocks().end() && block->span.end() <= sentence.span.begin()) ++block;
        require(block != text.blocks().end() && block->span.contains(sentence.span));
        require(block->role == sentence.role);
        require_page(sentence.page);
        require(!demarche::first_invalid_utf8(sentence.section));
        require_place(text, sentence.span);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::string_view languages[] = {"", "en", "fr", "zh", "th", "ar"};
    if (size == 0) return 0;
    const std::string language(languages[data[0] % std::size(languages)]);
    const demarche::PageNotation printed({reinterpret_cast<const char*>(data) + 1, size - 1});
    const CleanedPages cleaned = demarche::clean(printed.pages());
    const Checker checker(printed.pages());
    checker.check(cleaned);
    checker.check_sentences(cleaned.text, language);

    const CleanedPages again = demarche::clean(printed.pages());
    require(again.text.text() == cleaned.text.text() && again.text.blocks() == cleaned.text.blocks());
    require(std::equal(again.text.pieces().begin(), again.text.pieces().end(), cleaned.text.pieces().begin(),
                       cleaned.text.pieces().end(), [](const auto& one, const auto& other) {
                           return one.span == other.span && one.page == other.page && one.line == other.line;
                       }));
    return 0;
}
