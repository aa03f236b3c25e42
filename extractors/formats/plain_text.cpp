// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/plain_text.hpp"

#include <algorithm>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

// Splits one page's text into words; marks where lines and blocks begin.
Page page_of(std::string_view text, std::uint32_t number) {
    Page page;
    page.number = number;
    bool starts_line = true, starts_block = true, line_has_words = false;
    std::size_t at = 0;
    while (at < text.size()) {
        if (text[at] == '\n') {
            if (!line_has_words) starts_block = true;
            starts_line = true;
            line_has_words = false;
            ++at;
        } else if (is_blank(text[at])) {
            ++at;
        } else {
            std::size_t end = at;
            while (end < text.size() && text[end] != '\n' && !is_blank(text[end])) ++end;
            page.words.push_back({.begin = static_cast<std::uint32_t>(page.text.size()),
                                  .length = static_cast<std::uint32_t>(end - at),
                                  .box = {},
                                  .size = 0,
                                  .font = 0,
                                  .rotation = 0,
                                  .space_after = true,
                                  .starts_line = starts_line,
                                  .starts_block = starts_block});
            page.text.append(text.substr(at, end - at));
            starts_line = starts_block = false;
            line_has_words = true;
            at = end;
        }
    }
    page.status = page.words.empty() ? PageStatus::blank : PageStatus::text;
    return page;
}

class PlainTextExtractor final : public Extractor {
public:
    std::string_view name() const noexcept override { return "plain text"; }
    std::string_view file_ending() const noexcept override { return "txt"; }

    bool recognises(std::string_view bytes) const noexcept override {
        return bytes.substr(0, 4096).find('\0') == std::string_view::npos;
    }

    FileDescription read(std::string_view bytes, const ReadingOptions&, const PageSink& sink) const override {
        if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
        if (const auto bad = first_invalid_utf8(bytes)) {
            const auto line =
                1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*bad), '\n');
            throw Error(ErrorKind::malformed, "line " + std::to_string(line),
                        "is not UTF-8; save the file as UTF-8 text and run again");
        }
        for (std::uint32_t number = 1;; ++number) {
            const std::size_t feed = bytes.find('\f');
            sink(page_of(bytes.substr(0, feed), number));
            if (feed == std::string_view::npos) return {};
            bytes.remove_prefix(feed + 1);
        }
    }
};

}  // namespace

std::unique_ptr<Extractor> make_plain_text_extractor() {
    return std::make_unique<PlainTextExtractor>();
}

}  // namespace demarche
