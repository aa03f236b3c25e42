// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/pdf.hpp"

#include <poppler/ErrorCodes.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>
#include <poppler/UTF.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <mutex>
#include <optional>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "extractors/formats/pdf_pictures.hpp"
#include "extractors/formats/recogniser.hpp"

namespace demarche {

namespace {

// What Poppler could not follow, on this thread, so far.
thread_local std::size_t faults_met = 0;

// Poppler keeps its settings in a process-wide object and prints its complaints
// on stderr; damaged files are full of them and what matters becomes an Error, or a page's remark.
void initialise_poppler() {
    static std::once_flag once;
    std::call_once(once, [] {
        globalParams = std::make_unique<GlobalParams>();
        setErrorCallback([](ErrorCategory category, Goffset, const char*) {
            if (category == errSyntaxError) ++faults_met;
        });
    });
}

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

// Some writers name the letters of a ligature with the bytes of each swapped: "de\u6600\u6900ne" for "define".
// Inside a Latin word no Chinese letter is meant.
Unicode ligature_part(Unicode point) {
    const Unicode letter = point >> 8;
    const bool is_of_ligature = letter == 'f' || letter == 'i' || letter == 'j' || letter == 'l' || letter == 't';
    return (point & 0xFF) == 0 && is_of_ligature ? letter : point;
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
        bool is_latin = false;
        for (int i = 0; i < word.getLength(); ++i)
            is_latin = is_latin || (*word.getChar(i) >= 'a' && *word.getChar(i) <= 'z');
        for (int i = 0; i < word.getLength(); ++i)
            append_utf8(page_.text, is_latin ? ligature_part(*word.getChar(i)) : *word.getChar(i));
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

// Text extraction that counts letters printed in render mode 3, neither filled nor stroked: so OCR programs lay the
// words that they read over the picture.
class TextDevice final : public TextOutputDev {
public:
    TextDevice() : TextOutputDev(static_cast<TextOutputFunc>(nullptr), nullptr, false, 0, false) {}

    void startPage(int number, GfxState* state, XRef* xref) override {
        letters_ = hidden_ = 0;
        TextOutputDev::startPage(number, state, xref);
    }
    void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, const Unicode* letters, int length) override {
        ++letters_;
        if ((state->getRender() & 3) == 3) ++hidden_;
        TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, letters, length);
    }
    bool has_hidden_text() const noexcept { return hidden_ * 2 > letters_; }

private:
    std::size_t letters_ = 0, hidden_ = 0;
};

void read_text_layer(PDFDoc& pdf, TextDevice& device, Page& page) {
    pdf.displayPage(&device, static_cast<int>(page.number), points_per_inch, points_per_inch, 0, false, true,
                    false);
    PageGatherer(page).add_flows(device.getFlows());
}

// Reads one file's pages, in order.
class PdfReader {
public:
    PdfReader(PDFDoc& pdf, const ReadingOptions& options) : pdf_(pdf), recogniser_(options) {}

    const std::string& ocr_pack() const noexcept { return recogniser_.settled_pack(); }

    Page read(int number) {
        Page page;
        page.number = static_cast<std::uint32_t>(number);
        page.of = static_cast<std::uint32_t>(pdf_.getNumPages());
        const std::size_t faults_before = faults_met;
        read_text_layer(pdf_, device_, page);
        const bool is_sideways = pdf_.getPageRotate(number) % 180 != 0;
        const double width = pdf_.getPageCropWidth(number), height = pdf_.getPageCropHeight(number);
        page.width = static_cast<float>(is_sideways ? height : width);
        page.height = static_cast<float>(is_sideways ? width : height);
        std::optional<Drawing> drawing;
        if (!page.words.empty())
            page.status = PageStatus::text;
        else if ((drawing = drawing_of(pdf_, number))->has_ink)
            page.status = PageStatus::picture;
        recogniser_.complete(page, views_of(number, drawing));
        // Sound pages hold faults too, of no consequence; but where nothing at all came of a page that has some,
        // what it says is lost.
        if (page.status == PageStatus::blank && page.remark.empty() && faults_met > faults_before)
            leave_unread(page, std::string(damaged_page));
        return page;
    }

private:
    PageViews views_of(int number, std::optional<Drawing>& drawing) {
        return {.has_hidden_text = device_.has_hidden_text(),
                .cover =
                    [this, number, &drawing] {
                        if (!drawing) drawing = drawing_of(pdf_, number);
                        return PageViews::Cover{drawing->picture_share, drawing->picture_resolution};
                    },
                .render = [this, number](double resolution) { return render(pdf_, number, resolution); }};
    }

    PDFDoc& pdf_;
    TextDevice device_;
    Recogniser recogniser_;
};

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

    // The standard lets junk stand before the header; readers look at the first KiB. Where more of it stands there,
    // or the header is damaged, they go by the file's end, which says where its parts are.
    bool recognises(std::string_view bytes) const noexcept override {
        constexpr std::size_t near = 1024;
        const std::string_view end = bytes.substr(bytes.size() - std::min(near, bytes.size()));
        const std::size_t start = end.rfind("startxref");
        return bytes.substr(0, near).find("%PDF-") != std::string_view::npos ||
               (start != std::string_view::npos && end.find("%%EOF", start) != std::string_view::npos);
    }

    FileDescription read(std::string_view bytes, const ReadingOptions& options,
                         const PageSink& sink) const override {
        initialise_poppler();
        // Poppler takes ownership of the stream, not of the bytes.
        auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
        PDFDoc pdf(stream);
        if (!pdf.isOk()) throw opening_error(pdf.getErrorCode());
        const int count = pdf.getNumPages();
        if (count <= 0)
            throw Error(
                ErrorKind::malformed, "",
                "no page can be found in it: it is empty, damaged or cut short; fetch it again, or repair it "
                "(for example with qpdf or mutool clean)");
        PdfReader reader(pdf, options);
        if (options.pages.empty())
            for (int number = 1; number <= count; ++number) sink(reader.read(number));
        for (const std::uint32_t number : options.pages)
            if (number <= static_cast<std::uint32_t>(count)) sink(reader.read(static_cast<int>(number)));
        return {metadata(pdf, "Title"), year_of(metadata(pdf, "CreationDate")), reader.ocr_pack()};
    }
};

}  // namespace

std::unique_ptr<Extractor> make_pdf_extractor() {
    return std::make_unique<PdfExtractor>();
}

}  // namespace demarche
