// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/second_reading.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extractors/formats/recogniser.hpp"

namespace demarche {

namespace {

// Enough to outweigh the loading of a language's model, few enough to keep all cores busy to the end.
constexpr std::size_t pages_of_a_group = 4;

Page* page_with(FilePages& pages, std::uint32_t number) {
    const auto place = std::lower_bound(pages.pages.begin(), pages.pages.end(), number,
                                        [](const Page& page, std::uint32_t n) { return page.number < n; });
    return place != pages.pages.end() && place->number == number ? &*place : nullptr;
}

}  // namespace

ReadingOptions first_reading(const ReadingOptions& options) {
    ReadingOptions first = options;
    first.puts_ocr_off = true;
    return first;
}

std::vector<std::vector<std::uint32_t>> pages_put_off(const FilePages& first) {
    std::vector<std::vector<std::uint32_t>> groups;
    for (const Page& page : first.pages) {
        if (!page.awaits_ocr) continue;
        if (groups.empty() || groups.back().size() == pages_of_a_group) groups.emplace_back();
        groups.back().push_back(page.number);
    }
    return groups;
}

ReadingOptions second_reading(const ReadingOptions& options, const FilePages& first,
                              std::vector<std::uint32_t> pages, const std::string& ocr_pack) {
    ReadingOptions second = options;
    second.pages = std::move(pages);
    second.text_seen = text_for_language(first.pages);
    second.ocr_pack = ocr_pack;
    return second;
}

void put_in(FilePages& whole, std::vector<Page> pages) {
    for (Page& page : pages) {
        Page* place = page_with(whole, page.number);
        if (!place) continue;
        page.of = place->of;
        page.awaits_ocr = false;
        *place = std::move(page);
    }
}

void give_up(FilePages& whole, const std::vector<std::uint32_t>& group, const Failure& failure) {
    std::vector<std::uint32_t> given_up;
    for (const std::uint32_t number : group) {
        Page* page = page_with(whole, number);
        if (!page || !page->awaits_ocr) continue;
        page->awaits_ocr = false;
        leave_unread(*page, "OCR: " + failure.what);
        given_up.push_back(number);
    }
    if (given_up.empty() || whole.ocr_failure) return;
    whole.ocr_failure = failure;
    whole.ocr_failure->where = "OCR of page " + std::to_string(given_up.front());
}

}  // namespace demarche
