// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/formats/ocr_mode.hpp"

namespace demarche {

struct ReadingOptions {
    std::string language;              // ISO 639-1, as the manifest has it; empty: unknown
    OcrMode ocr = OcrMode::automatic;  // of formats that can hold pictures of text

    // For reading in two steps (second_reading.hpp):
    bool puts_ocr_off = false;         // pages that need OCR are given as the file has them, and marked
    std::vector<std::uint32_t> pages;  // the only ones wanted, in ascending order; empty: all
    std::string text_seen;             // some of the file's text, for the language of its pictures
    std::string ocr_pack;              // of the language that its other pictures turned out to be in
};

// What is known of a file besides its pages, as it says itself.
struct FileDescription {
    // From the file's own metadata, which office programs often leave at nonsense: evidence, not fact.
    std::optional<std::string> title;
    std::optional<int> year_created;
    // The OCR language pack that suited its pictures; empty: none was read, or it remained unsure.
    std::string ocr_pack;
};

// The remark on a page that something is wrong with and nothing came of.
inline constexpr std::string_view damaged_page =
    "its content is damaged; fetch the file again, or repair it (for example with qpdf or mutool clean)";

// Takes the pages of a file one by one, in order, as they are read: of a file that
// fails in its middle, the pages before are known.
using PageSink = std::function<void(Page&&)>;

// Reads one document format. Stateless, so one object serves all threads.
class Extractor {
public:
    Extractor() = default;
    Extractor(const Extractor&) = delete;
    Extractor& operator=(const Extractor&) = delete;
    virtual ~Extractor() = default;

    virtual std::string_view name() const noexcept = 0;
    // The ending that its files have, without the dot, lower case.
    virtual std::string_view file_ending() const noexcept = 0;
    // Whether the bytes are of its format, whatever the file is called.
    virtual bool recognises(std::string_view bytes) const noexcept = 0;
    // throws  Error{malformed}, Error{encrypted}; its where is a page or empty. Pages
    //         given to the sink before count
    virtual FileDescription read(std::string_view bytes, const ReadingOptions& options,
                                 const PageSink& sink) const = 0;
};

// Every format, most specific first. A new format is one new file and one line
// in its definition. Written out because a self-registering static object is
// silently dropped by the linker when it lives in a static library.
const std::vector<std::unique_ptr<Extractor>>& all_extractors();

// The endings of all of them, for finding documents in a folder.
std::vector<std::string> readable_endings();

// Refuses a file whose ending says one format and whose bytes another: a web page
// saved as "strategy.pdf" is the commonest, and would pass for a text that mentions nothing.
//
// throws  Error{malformed}
void require_what_the_ending_says(std::string_view bytes, std::string_view file_name);

// Reads a file's bytes with the extractor that recognises them.
//
// throws  Error{malformed} if none does, and what the extractor throws
FileDescription read_file(std::string_view bytes, const ReadingOptions& options, const PageSink& sink);

}  // namespace demarche
