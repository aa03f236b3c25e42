// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/pdf_pictures.hpp"

#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>

namespace demarche {

namespace {

constexpr double points_per_inch = 72;

// An A3 page at 300 dots per inch is 17 million; a poster is drawn coarser rather than not at all.
constexpr double most_dots = 25e6;

// Notes what a page shows that is not letters. Run on few pages: it makes Poppler decode what text extraction
// skips.
class InkDetector final : public OutputDev {
public:
    explicit InkDetector(double page_area) : page_area_(page_area) {}

    Drawing drawing() const {
        Drawing result = largest_;
        result.has_ink = images_ > 0 || paths_ > outlined_letters;
        return result;
    }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return false; }
    bool interpretType3Chars() override { return false; }

    void fill(GfxState*) override { ++paths_; }
    void eoFill(GfxState*) override { ++paths_; }
    void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                   bool interpolate, const int* mask, bool is_inline) override {
        note_image(state, width, height);
        OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, is_inline);
    }
    void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                       bool interpolate, bool is_inline) override {
        note_image(state, width, height);
        OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, is_inline);
    }
    void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*,
                         int, int, bool, bool) override {
        note_image(state, width, height);
    }
    void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool,
                             Stream*, int, int, GfxImageColorMap*, bool) override {
        note_image(state, width, height);
    }

private:
    // A page number or a rule is a path or two; a page of text drawn as outlines is hundreds.
    static constexpr int outlined_letters = 40;

    // Pictures are drawn into the unit square that the matrix lays onto the page.
    void note_image(const GfxState* state, int width, int height) {
        if (width < 32 || height < 32) return;  // dots and rules drawn as pictures
        ++images_;
        const double* ctm = state->getCTM();
        const double area = std::abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]);
        const double share = std::min(1.0, area / page_area_);
        if (share <= largest_.picture_share) return;
        largest_.picture_share = share;
        largest_.picture_resolution = points_per_inch * std::sqrt(static_cast<double>(width) * height / area);
    }

    double page_area_;
    int images_ = 0;
    int paths_ = 0;
    Drawing largest_;
};

}  // namespace

Drawing drawing_of(PDFDoc& pdf, int number) {
    InkDetector detector(std::max(1.0, pdf.getPageCropWidth(number) * pdf.getPageCropHeight(number)));
    pdf.displayPage(&detector, number, points_per_inch, points_per_inch, 0, false, true, false);
    return detector.drawing();
}

Picture render(PDFDoc& pdf, int number, double resolution) {
    const double square_inches =
        pdf.getPageCropWidth(number) * pdf.getPageCropHeight(number) / (points_per_inch * points_per_inch);
    resolution = std::min(resolution, std::sqrt(most_dots / std::max(square_inches, 0.01)));
    SplashColor paper = {255};
    SplashOutputDev device(splashModeMono8, 4, false, paper);
    device.setFontAntialias(true);
    device.setVectorAntialias(true);
    device.startDoc(&pdf);
    pdf.displayPage(&device, number, resolution, resolution, 0, false, true, false);
    const SplashBitmap* bitmap = device.getBitmap();
    Picture picture;
    if (!bitmap || !bitmap->getDataPtr()) return picture;
    picture.width = bitmap->getWidth();
    picture.height = bitmap->getHeight();
    picture.resolution = resolution;
    const auto row = static_cast<std::size_t>(picture.width);
    picture.grey.resize(row * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* from = bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
        std::copy(from, from + row, picture.grey.begin() + static_cast<std::ptrdiff_t>(row) * y);
    }
    return picture;
}

}  // namespace demarche
