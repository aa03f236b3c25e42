// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/ocr.hpp"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "extractors/text/unicode.hpp"

// OpenMP's own header belongs to one compiler; its library is there wherever Tesseract is.
extern "C" void omp_set_max_active_levels(int levels);

namespace demarche {

namespace {

namespace fs = std::filesystem;

constexpr double points_per_inch = 72;

// Models kept at once: a document is in one language, or two.
constexpr std::size_t most_engines = 3;

// Below these percents a word, or a line on average, is a stain, a stamp or a drawing more often than not:
// measured on pages of scans, print has 80 to 97, and nothing else reaches 50.
constexpr int least_word_confidence = 30;
constexpr int least_line_confidence = 50;
constexpr int least_mark_confidence = 60;  // of "words" without a letter or digit

// In print sizes. In justified lines of scripts that part sentences by spaces, not words, up to a third of the size
// stands between the letters of a word.
constexpr float thinnest_space = 0.36F;
constexpr float thinnest_gap = 0.2F;  // beside figures, signs and other scripts

void quiet_leptonica() {
    static std::once_flag once;
    std::call_once(once, [] { setMsgSeverity(L_SEVERITY_NONE); });
}

bool holds_packs(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error))
        if (file->path().extension() == ".traineddata") return true;
    return false;
}

// One word as Tesseract gives it.
struct RawWord {
    std::string letters;
    Box box;  // points
    float size = 0;
    int confidence = 0;
    std::uint8_t rotation = 0;
    bool starts_line = false, starts_block = false;
    std::size_t length = 0;  // letters and digits
};

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at]))
        if (is_word_character(first_code_point(text.substr(at)))) ++count;
    return count;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Thai and Lao models spell one vowel as the two signs that it looks like.
std::string usual_spelling(std::string text) {
    replace_all(text, "\u0E4D\u0E32", "\u0E33");
    replace_all(text, "\u0ECD\u0EB2", "\u0EB3");
    return text;
}

class WordGatherer {
public:
    explicit WordGatherer(double resolution) : scale_(points_per_inch / resolution) {}

    void gather(tesseract::ResultIterator& at) {
        do {
            const std::unique_ptr<char[]> letters(at.GetUTF8Text(tesseract::RIL_WORD));
            if (!letters) continue;
            RawWord word;
            word.letters = letters.get();
            while (!word.letters.empty() && static_cast<unsigned char>(word.letters.back()) <= ' ')
                word.letters.pop_back();
            if (word.letters.empty()) continue;
            word.length = count_letters(word.letters);
            word.confidence = static_cast<int>(std::lround(at.Confidence(tesseract::RIL_WORD)));
            word.starts_line = words_.empty() || at.IsAtBeginningOf(tesseract::RIL_TEXTLINE);
            word.starts_block = words_.empty() || at.IsAtBeginningOf(tesseract::RIL_PARA);
            place(at, word);
            add(std::move(word));
        } while (at.Next(tesseract::RIL_WORD));
    }

    Recognition finish() {
        drop_noise();
        find_turned_lines();
        even_out_sizes();
        Recognition result;
        double sum = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            RawWord& word = words_[i];
            word.letters = usual_spelling(std::move(word.letters));
            const bool is_last = i + 1 == words_.size() || words_[i + 1].starts_line;
            result.words.push_back({.begin = static_cast<std::uint32_t>(result.text.size()),
                                    .length = static_cast<std::uint32_t>(word.letters.size()),
                                    .box = word.box,
                                    .size = word.size,
                                    .font = 0,
                                    .rotation = word.rotation,
                                    .space_after = is_last || has_space(word, words_[i + 1]),
                                    .starts_line = word.starts_line,
                                    .starts_block = word.starts_block,
                                    .confidence = static_cast<std::uint8_t>(std::clamp(word.confidence, 0, 100))});
            result.text += word.letters;
            result.letters += word.length;
            sum += static_cast<double>(word.length) * word.confidence / 100;
        }
        if (result.letters > 0) result.confidence = sum / static_cast<double>(result.letters);
        return result;
    }

private:
    // Models of scripts without spaces part words anywhere, even a letter from its sign.
    void add(RawWord word) {
        const std::uint32_t first = first_code_point(word.letters);
        const bool begins_with_sign = (is_word_character(first) && !is_letter(first) && !is_digit(first)) ||
                                      first == 0x0E32 || first == 0x0E33 || first == 0x0EB2 || first == 0x0EB3;
        if (!begins_with_sign || word.starts_line || has_space(words_.back(), word)) {
            words_.push_back(std::move(word));
            return;
        }
        RawWord& whole = words_.back();
        whole.letters += word.letters;
        whole.box = whole.box.united(word.box);
        whole.confidence = std::min(whole.confidence, word.confidence);
        whole.length += word.length;
    }

    float points(double dots) const { return static_cast<float>(dots * scale_); }

    // As high as the line's letters may be, like the boxes of a text layer: a word's own ink would put "some" lower
    // than "Some" and look like another line.
    void place(const tesseract::ResultIterator& at, RawWord& word) const {
        int left = 0, top = 0, right = 0, bottom = 0;
        at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
        word.box = {points(left), points(top), points(right), points(bottom)};
        float height = 0, descenders = 0, ascenders = 0;
        at.RowAttributes(&height, &descenders, &ascenders);
        word.size = points(static_cast<double>(height));
        tesseract::Orientation orientation = tesseract::ORIENTATION_PAGE_UP;
        tesseract::WritingDirection direction = tesseract::WRITING_DIRECTION_LEFT_TO_RIGHT;
        tesseract::TextlineOrder order = tesseract::TEXTLINE_ORDER_TOP_TO_BOTTOM;
        float skew = 0;
        at.Orientation(&orientation, &direction, &order, &skew);
        word.rotation = static_cast<std::uint8_t>(orientation);
        int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        if (word.rotation != 0 || !at.Baseline(tesseract::RIL_WORD, &x0, &y0, &x1, &y1)) return;
        const double baseline = (y0 + y1) / 2.0;
        const Box line{word.box.x0, points(baseline - static_cast<double>(height + descenders)), word.box.x1,
                       points(baseline - static_cast<double>(descenders))};
        // Where the line's measures are off, as beside a picture, the ink is what is left.
        if (line.y1 - line.y0 < 3 * (word.box.y1 - word.box.y0)) word.box = word.box.united(line);
    }

    void drop_noise() {
        std::vector<RawWord> kept;
        kept.reserve(words_.size());
        for (std::size_t first = 0, last = 0; first < words_.size(); first = last) {
            last = first + 1;
            while (last < words_.size() && !words_[last].starts_line) ++last;
            keep_line(first, last, kept);
        }
        words_ = std::move(kept);
    }

    void keep_line(std::size_t first, std::size_t last, std::vector<RawWord>& kept) {
        std::size_t length = 0, sum = 0;
        for (std::size_t i = first; i < last; ++i) {
            length += words_[i].length;
            sum += words_[i].length * static_cast<std::size_t>(std::max(words_[i].confidence, 0));
        }
        const bool is_noise = length == 0 || sum < length * least_line_confidence;
        bool starts_line = false, starts_block = false;
        for (std::size_t i = first; i < last; ++i) {
            RawWord& word = words_[i];
            starts_line = starts_line || word.starts_line;
            starts_block = starts_block || word.starts_block;
            const int least = word.length == 0 ? least_mark_confidence : least_word_confidence;
            if (is_noise || word.confidence < least) continue;
            word.starts_line = std::exchange(starts_line, false);
            word.starts_block = std::exchange(starts_block, false) || pending_block_;
            pending_block_ = false;
            kept.push_back(std::move(word));
        }
        // A block whose first line is noise begins with the line after it.
        pending_block_ = pending_block_ || starts_block;
    }

    // Tesseract reads a page that lies on its side, and says of it that it is upright.
    void find_turned_lines() {
        std::vector<ReadWord> line;
        for (std::size_t first = 0, last = 0; first < words_.size(); first = last) {
            line.clear();
            for (last = first; last < words_.size() && (last == first || !words_[last].starts_line); ++last)
                line.push_back({words_[last].box, words_[last].length});
            if (!lies_on_its_side(line)) continue;
            const bool runs_down = line.back().box.y0 >= line.front().box.y0;
            for (std::size_t i = first; i < last; ++i)
                if (words_[i].rotation == 0) words_[i].rotation = runs_down ? 1 : 3;
        }
    }

    // Measured line by line, one font's size wavers; what is near the page's own is it.
    void even_out_sizes() {
        if (words_.empty()) return;
        std::vector<float> sizes;
        for (const RawWord& word : words_) sizes.insert(sizes.end(), word.length, word.size);
        if (sizes.empty()) return;
        const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
        std::nth_element(sizes.begin(), middle, sizes.end());
        const float usual = *middle;
        for (RawWord& word : words_)
            word.size = std::abs(word.size - usual) < 0.15F * usual ? usual : std::round(word.size);
    }

    // Beside scripts without spaces the models part what they know as words, and marks from words; only a gap on
    // the page is a space, and between letters of such a script only a wide one.
    static bool has_space(const RawWord& word, const RawWord& next) {
        const std::uint32_t last = last_code_point(word.letters), first = first_code_point(next.letters);
        if (!is_unspaced_script(last) && !is_unspaced_script(first)) return true;
        const bool are_letters =
            is_unspaced_script(last) && is_unspaced_script(first) && !is_digit(last) && !is_digit(first);
        return next.box.x0 - word.box.x1 > (are_letters ? thinnest_space : thinnest_gap) * word.size;
    }

    double scale_;
    std::vector<RawWord> words_;
    bool pending_block_ = false;
};

}  // namespace

bool lies_on_its_side(const std::vector<ReadWord>& line) {
    if (line.empty()) return false;
    const auto is_high = [](const Box& box) { return box.y1 - box.y0 > 1.3F * (box.x1 - box.x0); };
    Box whole = line.front().box;
    std::size_t upright = 0, sideways = 0;
    for (const ReadWord& word : line) {
        whole = whole.united(word.box);
        if (word.letters >= 3) (is_high(word.box) ? sideways : upright) += word.letters;
    }
    return sideways > upright && is_high(whole);
}

fs::path ocr_data_folder() {
    static constexpr std::array<const char*, 4> usual = {"/usr/share/tesseract-ocr/5/tessdata",
                                                         "/usr/share/tesseract-ocr/tessdata", "/usr/share/tessdata",
                                                         "/usr/local/share/tessdata"};
    if (const char* set = std::getenv("TESSDATA_PREFIX"); set && holds_packs(set)) return set;
    for (const char* folder : usual)
        if (holds_packs(folder)) return folder;
    return {};
}

std::vector<std::string> ocr_packs() {
    std::vector<std::string> packs;
    std::error_code error;
    for (fs::directory_iterator file(ocr_data_folder(), error), end; !error && file != end; file.increment(error))
        if (file->path().extension() == ".traineddata" && file->path().stem() != "osd")
            packs.push_back(file->path().stem().string());
    std::sort(packs.begin(), packs.end());
    return packs;
}

OcrReader::OcrReader() {
    quiet_leptonica();
}

OcrReader::~OcrReader() = default;

tesseract::TessBaseAPI& OcrReader::engine(const std::string& packs) {
    omp_set_max_active_levels(0);
    if (const auto found = engines_.find(packs); found != engines_.end()) return *found->second;
    if (engines_.size() >= most_engines) engines_.clear();
    auto made = std::make_unique<tesseract::TessBaseAPI>();
    // Its remarks on every odd picture are of no use to anyone.
    const std::vector<std::string> names = {"debug_file"}, values = {"/dev/null"};
    const bool is_for_scripts = packs == "osd";
    if (made->Init(ocr_data_folder().c_str(), packs.c_str(),
                   is_for_scripts ? tesseract::OEM_DEFAULT : tesseract::OEM_LSTM_ONLY, nullptr, 0, &names, &values,
                   false) != 0)
        throw Error(ErrorKind::unreadable, "",
                    "the OCR language pack \"" + packs + "\" cannot be loaded; install it anew and run again");
    made->SetPageSegMode(is_for_scripts ? tesseract::PSM_OSD_ONLY : tesseract::PSM_AUTO);
    return *(engines_[packs] = std::move(made));
}

namespace {

void show(tesseract::TessBaseAPI& engine, const Picture& picture) {
    engine.SetImage(picture.grey.data(), picture.width, picture.height, 1, picture.width);
    const int resolution = static_cast<int>(std::lround(picture.resolution));
    engine.SetSourceResolution(resolution);
    // Again, because the detection of orientation asks the picture itself.
    ::pixSetResolution(engine.GetInputImage(), resolution, resolution);
}

}  // namespace

Recognition OcrReader::read(const Picture& picture, const std::string& packs) {
    tesseract::TessBaseAPI& api = engine(packs);
    show(api, picture);
    WordGatherer words(picture.resolution);
    if (api.Recognize(nullptr) == 0)
        if (const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator()); at) words.gather(*at);
    api.Clear();
    return words.finish();
}

std::optional<Orientation> OcrReader::orientation(const Picture& picture) {
    if (!fs::exists(ocr_data_folder() / "osd.traineddata")) return std::nullopt;
    tesseract::TessBaseAPI& api = engine("osd");
    show(api, picture);
    int degrees = 0;
    float confidence = 0, script_confidence = 0;
    const char* script = nullptr;
    const bool is_known = api.DetectOrientationScript(&degrees, &confidence, &script, &script_confidence);
    api.Clear();
    if (!is_known) return std::nullopt;
    // Tesseract's own measure: below two the second best is as good.
    constexpr float sure = 2;
    Orientation result;
    result.quarter_turns = ((360 - degrees) / 90) % 4;
    result.is_sure = confidence >= sure;
    if (script) result.script = script;
    return result;
}

}  // namespace demarche
