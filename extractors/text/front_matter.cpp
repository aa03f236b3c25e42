// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/text/front_matter.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "extractors/text/unicode.hpp"

namespace demarche {

namespace {

// Contents lists stand on the first pages; of a short document, on the first few.
constexpr std::size_t least_front_pages = 6;
constexpr std::size_t front_share = 8;  // one page in eight
constexpr std::size_t fewest_entries = 4;
constexpr std::size_t longest_entry = 200;  // bytes
constexpr std::size_t most_cover_words = 60;
constexpr std::size_t most_imprint_words = 320;
constexpr std::size_t imprint_pages = 4;

// In the languages that strategies come in, in lower case.
constexpr std::array<std::string_view, 9> imprint_words = {"\xC2\xA9",
                                                           "isbn",
                                                           "issn",
                                                           "all rights reserved",
                                                           "creative commons",
                                                           "tous droits réservés",
                                                           "todos los derechos",
                                                           "impressum",
                                                           "printed by"};

// The number at the end of an entry, with a blank before it or without ("At a glance6").
std::optional<unsigned> page_number_at_end(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
    const std::size_t digits = text.size() - begin;
    if (digits == 0 || digits > 3 || begin < 4) return std::nullopt;
    const char before = text[begin - 1];
    if (before == '-' || before == '/' || before == ',' || before == '(') return std::nullopt;
    if (before == '.' && !has_leader(text.substr(0, begin)) && text[begin - 2] != '.')
        return std::nullopt;  // "v2.1"
    unsigned number = 0;
    for (; begin < text.size(); ++begin) number = number * 10 + static_cast<unsigned>(text[begin] - '0');
    return number;
}

// Acts list their sections, with numbers and without pages, under one of these.
bool is_title_of_arrangement(std::string_view text) {
    constexpr std::size_t longest_title = 40;
    if (text.size() > longest_title) return false;
    const std::string folded = case_folded(text);
    return folded.starts_with("arrangement of ") || folded == "table of provisions";
}

// The number that begins a line, "54. Establishment of ..."; 0: none.
unsigned number_at_begin(std::string_view text) {
    unsigned number = 0;
    std::size_t at = 0;
    for (; at < text.size() && at < 3 && text[at] >= '0' && text[at] <= '9'; ++at)
        number = number * 10 + static_cast<unsigned>(text[at] - '0');
    return at < text.size() && (text[at] == '.' || text[at] == ' ') ? number : 0;
}

struct PageLines {
    std::size_t first = 0, last = 0;  // lines [first, last)
};

class FrontMatter {
public:
    FrontMatter(const std::vector<Page>& pages, const std::vector<PrintedLine>& lines,
                const std::vector<std::string>& texts)
        : pages_(pages), lines_(lines), texts_(texts), roles_(lines.size()) {}

    std::vector<std::optional<BlockRole>> find() {
        const std::size_t front = std::max(least_front_pages, pages_.size() / front_share);
        for (std::size_t first = 0; first < lines_.size() && lines_[first].page < front;) {
            std::size_t last = first;
            while (last < lines_.size() && lines_[last].page == lines_[first].page) ++last;
            if (pages_[lines_[first].page].height > 0) mark_page({first, last});
            first = last;
        }
        for (std::size_t i = 0; i < lines_.size() && lines_[i].page < front; ++i)
            if (is_title_of_arrangement(texts_[i])) mark_arrangement(i);
        return std::move(roles_);
    }

private:
    void mark_page(PageLines page) {
        const std::uint32_t index = lines_[page.first].page;
        mark_contents(page);
        // A document of two pages has no room for a cover.
        if (index == 0 && pages_.size() > 2 && pages_[0].words.size() <= most_cover_words && !has_sentence(page))
            mark_all(page, BlockRole::cover);
        else if (index < imprint_pages && is_imprint(page))
            mark_all(page, BlockRole::imprint);
    }

    void mark_all(PageLines page, BlockRole role) {
        for (std::size_t i = page.first; i < page.last; ++i)
            if (!roles_[i]) roles_[i] = role;
    }

    // Entries that count up, most lines of what stands between the first and the last of them.
    void mark_contents(PageLines page) {
        std::vector<std::size_t> entries;
        unsigned reached = 0;
        for (std::size_t i = page.first; i < page.last; ++i) {
            if (texts_[i].size() > longest_entry) continue;
            const auto number = page_number_at_end(texts_[i]);
            if (!number || *number < reached || *number > pages_.size() + 20) continue;
            // One number that is far too high must not end the counting.
            if (*number > reached + 40 && !entries.empty()) continue;
            reached = *number;
            entries.push_back(i);
        }
        if (entries.size() < fewest_entries) return;
        const std::size_t begin = entries.front(), end = entries.back() + 1;
        if (entries.size() * 2 < end - begin) return;
        for (std::size_t i = begin; i < end; ++i) roles_[i] = BlockRole::contents;
        mark_title_above(page.first, begin);
    }

    // Numbers that count up, over as many pages as it takes, until they begin anew: there the Act itself does.
    void mark_arrangement(std::size_t title) {
        constexpr unsigned most_missing = 5;  // numbers; and lines between two, such as parts and long entries
        std::size_t last = title, entries = 0, between = 0;
        unsigned reached = 0;
        for (std::size_t i = title + 1; i < lines_.size() && texts_[i].size() <= longest_entry; ++i) {
            if (texts_[i].empty()) continue;
            const unsigned number = number_at_begin(texts_[i]);
            if (number == 0) {
                if (++between > most_missing) break;
                continue;
            }
            if (number <= reached || number > reached + most_missing) break;
            reached = number;
            last = i;
            between = 0;
            ++entries;
        }
        if (entries < fewest_entries) return;
        for (std::size_t i = title; i <= last; ++i) roles_[i] = BlockRole::contents;
    }

    // "Contents" itself, and the first lines of a first entry over several lines.
    void mark_title_above(std::size_t page_first, std::size_t begin) {
        constexpr std::size_t most_lines = 3;
        for (std::size_t i = begin; i > page_first && begin - i < most_lines;) {
            --i;
            if (texts_[i].size() > 60) return;
            roles_[i] = BlockRole::contents;
        }
    }

    bool has_sentence(PageLines page) const {
        return std::any_of(texts_.begin() + static_cast<std::ptrdiff_t>(page.first),
                           texts_.begin() + static_cast<std::ptrdiff_t>(page.last),
                           [](const std::string& text) { return text.ends_with('.') || text.ends_with(';'); });
    }

    bool is_imprint(PageLines page) const {
        if (pages_[lines_[page.first].page].words.size() > most_imprint_words) return false;
        std::size_t found = 0;
        for (std::size_t i = page.first; i < page.last; ++i) {
            const std::string folded = case_folded(texts_[i]);
            for (const std::string_view word : imprint_words)
                if (folded.find(word) != std::string::npos) ++found;
        }
        return found >= 2;
    }

    const std::vector<Page>& pages_;
    const std::vector<PrintedLine>& lines_;
    const std::vector<std::string>& texts_;
    std::vector<std::optional<BlockRole>> roles_;
};

}  // namespace

bool has_leader(std::string_view text) {
    return text.find("....") != std::string_view::npos || text.find(". . . .") != std::string_view::npos ||
           text.find("____") != std::string_view::npos ||
           text.find("\xE2\x80\xA6\xE2\x80\xA6") != std::string_view::npos;
}

std::vector<std::optional<BlockRole>> front_matter(const std::vector<Page>& pages,
                                                   const std::vector<PrintedLine>& lines,
                                                   const std::vector<std::string>& texts) {
    return FrontMatter(pages, lines, texts).find();
}

}  // namespace demarche
