// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/pdf.hpp"

#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>
#include <poppler/UTF.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <mutex>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

// Poppler keeps its settings in a process-wide object and prints its complaints
// on stderr; damaged files are full of them and what matters becomes an Error.
void initialise_poppler() {
    static std::once_flag once;
    std::call_once(once, [] {
        globalParams = std::make_unique<GlobalParams>();
        setErrorCallback([](ErrorCategory, Goffset, const char*) {});
    });
}

// Notes whether a page without words shows anything. Run on such pages alone:
// it makes Poppler decode what text extraction skips.
class InkDetector final : public OutputDev {
public:
    bool has_ink() const noexcept { return images_ > 0 || paths_ > outlined_letters; }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return false; }
    bool interpretType3Chars() override { return false; }

    void fill(GfxState*) override { ++paths_; }
    void eoFill(GfxState*) override { ++paths_; }
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                   bool interpolate, const int* mask, bool is_inline) override {
        note_image(width, height);
        OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, is_inline);
    }
    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                       bool interpolate, bool is_inline) override {
        note_image(width, height);
        OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
    }
    void drawMaskedImage(GfxState*, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int,
                         int, bool, bool) override {
        note_image(width, height);
    }
    void drawSoftMaskedImage(GfxState*, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                             int, int, GfxImageColorMap*, bool) override {
        note_image(width, height);
    }

private:
    // A page number or a rule is a path or two; a page of text drawn as outlines is hundreds.
    static constexpr int outlined_letters = 40;

    // Smaller ones are dots and rules drawn as pictures.
    void note_image(int width, int height) {
        if (width >= 32 && height >= 32) ++images_;
    }
    int images_ = 0;
    int paths_ = 0;
};

std::string utf8_of(const Unicode* points, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) append_utf8(text, points[i]);
    return text;
}

std::optional<std::string> metadata(PDFDoc& pdf, const char* key) {
    const std::unique_ptr<GooString> entry = pdf.getDocInfoStringEntry(key);
    if (!entry || entry->toStr().empty()) return std::nullopt;
    Unicode* points = nullptr;
    const int count = TextStringToUCS4(entry->toStr(), &points);
    std::string text = utf8_of(points, count);
    gfree(points);
    return text.empty() ? std::nullopt : std::optional(text);
}

// PDF dates are "D:20210913...".
std::optional<int> year_of(const std::optional<std::string>& date) {
    if (!date) return std::nullopt;
    std::string_view text = *date;
    if (text.starts_with("D:")) text.remove_prefix(2);
    if (text.size() < 4 ||
        !std::all_of(text.begin(), text.begin() + 4, [](unsigned char c) { return std::isdigit(c); }))
        return std::nullopt;
    return std::stoi(std::string(text.substr(0, 4)));
}

// Gathers Poppler's flows, blocks, lines and words of one page into a Page.
class PageGatherer {
public:
    explicit PageGatherer(Page& page) : page_(page) {}

    void add_flows(const TextFlow* flow) {
        for (; flow; flow = flow->getNext())
            for (const TextBlock* block = flow->getBlocks(); block; block = block->getNext()) {
                starts_block_ = true;
                for (const TextLine* line = block->getLines(); line; line = line->getNext()) {
                    starts_line_ = true;
                    for (const TextWord* word = line->getWords(); word; word = word->getNext()) add(*word);
                }
            }
    }

private:
    void add(const TextWord& word) {
        if (word.getLength() == 0) return;
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        word.getBBox(&x0, &y0, &x1, &y1);
        const auto begin = static_cast<std::uint32_t>(page_.text.size());
        for (int i = 0; i < word.getLength(); ++i) append_utf8(page_.text, *word.getChar(i));
        page_.words.push_back({.begin = begin,
                               .length = static_cast<std::uint32_t>(page_.text.size()) - begin,
                               .box = {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1),
                                       static_cast<float>(y1)},
                               .size = static_cast<float>(word.getFontSize()),
                               .font = font_of(word),
                               .rotation = static_cast<std::uint8_t>(word.getRotation()),
                               .space_after = word.hasSpaceAfter(),
                               .starts_line = starts_line_,
                               .starts_block = starts_block_});
        starts_line_ = starts_block_ = false;
    }

    // A page has few fonts, so a linear search beats a map.
    std::uint16_t font_of(const TextWord& word) {
        const TextFontInfo* info = word.getFontInfo(0);
        const auto known = std::find(seen_.begin(), seen_.end(), info);
        if (known != seen_.end()) return static_cast<std::uint16_t>(known - seen_.begin());
        seen_.push_back(info);
        const GooString* name = info->getFontName();
        std::string text = name ? name->toStr() : std::string();
        // A subset's name begins with six letters and a plus sign: "ABCDEF+Calibri-Bold".
        if (text.size() > 7 && text[6] == '+') text.erase(0, 7);
        const bool named_bold = text.find("Bold") != std::string::npos || text.find("Black") != std::string::npos ||
                                text.find("Heavy") != std::string::npos;
        const bool named_italic =
            text.find("Italic") != std::string::npos || text.find("Oblique") != std::string::npos;
        page_.fonts.push_back({std::move(text), info->isBold() || named_bold, info->isItalic() || named_italic});
        return static_cast<std::uint16_t>(page_.fonts.size() - 1);
    }

    Page& page_;
    std::vector<const TextFontInfo*> seen_;
    bool starts_line_ = false;
    bool starts_block_ = false;
};

// The page as it is shown: the crop box, turned as the page says, in points.
constexpr double points_per_inch = 72;

bool shows_something(PDFDoc& pdf, int number) {
    InkDetector detector;
    pdf.displayPage(&detector, number, points_per_inch, points_per_inch, 0, false, true, false);
    return detector.has_ink();
}

Page read_page(PDFDoc& pdf, TextOutputDev& device, int number) {
    Page page;
    page.number = static_cast<std::uint32_t>(number);
    page.of = static_cast<std::uint32_t>(pdf.getNumPages());
    pdf.displayPage(&device, number, points_per_inch, points_per_inch, 0, false, true, false);
    const bool is_sideways = pdf.getPageRotate(number) % 180 != 0;
    page.width = static_cast<float>(is_sideways ? pdf.getPageCropHeight(number) : pdf.getPageCropWidth(number));
    page.height = static_cast<float>(is_sideways ? pdf.getPageCropWidth(number) : pdf.getPageCropHeight(number));
    PageGatherer(page).add_flows(device.getFlows());
    if (!page.words.empty())
        page.status = PageStatus::text;
    else
        page.status = shows_something(pdf, number) ? PageStatus::picture : PageStatus::blank;
    return page;
}

Error opening_error(int code) {
    if (code == errEncrypted)
        return {ErrorKind::encrypted, "", "needs a password; save a copy without one and run again"};
    return {ErrorKind::malformed, "",
            "is damaged or not a whole PDF; fetch it again, or repair it (for example with qpdf or mutool clean)"};
}

class PdfExtractor final : public Extractor {
public:
    std::string_view name() const noexcept override { return "pdf"; }
    std::string_view file_ending() const noexcept override { return "pdf"; }

    // The standard lets junk stand before the header; readers look at the first KiB.
    bool recognises(std::string_view bytes) const noexcept override {
        return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
    }

    FileDescription read(std::string_view bytes, const ReadingOptions&, const PageSink& sink) const override {
        initialise_poppler();
        // Poppler takes ownership of the stream, not of the bytes.
        auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
        PDFDoc pdf(stream);
        if (!pdf.isOk()) throw opening_error(pdf.getErrorCode());
        const int count = pdf.getNumPages();
        if (count <= 0) throw Error(ErrorKind::malformed, "", "is a PDF without pages");
        TextOutputDev device(static_cast<TextOutputFunc>(nullptr), nullptr, false, 0, false);
        for (int number = 1; number <= count; ++number) sink(read_page(pdf, device, number));
        return {metadata(pdf, "Title"), year_of(metadata(pdf, "CreationDate"))};
    }
};

}  // namespace

std::unique_ptr<Extractor> make_pdf_extractor() {
    return std::make_unique<PdfExtractor>();
}

}  // namespace demarche
