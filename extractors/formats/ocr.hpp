// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/formats/picture.hpp"

namespace tesseract {
class TessBaseAPI;
}

namespace demarche {

// Where Tesseract's language packs are: $TESSDATA_PREFIX, or where Debian puts them. Empty if there are none.
// A process that is to read with OCR must be able to read the files of this folder.
std::filesystem::path ocr_data_folder();

// The language packs that are installed ("eng", "fra" ...), in order; without the one for scripts, "osd".
std::vector<std::string> ocr_packs();

// What OCR read in a picture.
struct Recognition {
    std::string text;         // the words' letters, one after the other
    std::vector<Word> words;  // boxes in points from the picture's top left corner; with their confidence
    std::size_t letters = 0;
    double confidence = 0;  // mean over the letters, 0 to 1

    // For comparing readings of one picture: much, and surely read.
    double merit() const noexcept { return static_cast<double>(letters) * confidence; }
};

// Where a word that OCR read stands, and how many letters and digits it has.
struct ReadWord {
    Box box;
    std::size_t letters = 0;
};

// Whether a line reads upwards or downwards: it is higher than wide, and so are its words of three letters or more,
// most letters counting. Words alone do not tell: Thai's come as syllables, each higher than wide.
bool lies_on_its_side(const std::vector<ReadWord>& line);

// How a picture of text stands, and in which script.
struct Orientation {
    int quarter_turns = 0;  // clockwise, that make it upright
    bool is_sure = false;
    std::string script;  // "Latin", "Han" ...; empty when nothing can be said
};

// Optical character recognition, by Tesseract: the only file that uses it.
//
// Neural models only (OEM_LSTM_ONLY): the older engine is worse in every language of strategies. One thread
// per reader: Tesseract's own threads cost three times the work for a third of the time, and documents are
// read side by side anyway. It has no switch for that; OpenMP, which it uses, is told on the calling
// thread to open no parallel regions (what OMP_THREAD_LIMIT=1 in the environment does for a whole program).
//
// Keeps the models that it has loaded (10 to 60 MB each), so one reader serves one document or one worker.
// Not for two threads at once.
class OcrReader {
public:
    OcrReader();
    ~OcrReader();
    OcrReader(const OcrReader&) = delete;
    OcrReader& operator=(const OcrReader&) = delete;

    // packs   installed ones, joined by "+", the document's own first: "hin+eng"
    // returns words and lines in reading order; what is too unsure to be a word is left out
    // throws  Error{unreadable} if a pack cannot be loaded
    // cost    one to three seconds for a page of text at 300 dots per inch
    Recognition read(const Picture& picture, const std::string& packs);

    // Nothing when there are too few letters to tell, or Tesseract's "osd" data are not there.
    //
    // cost  about half of reading
    std::optional<Orientation> orientation(const Picture& picture);

private:
    tesseract::TessBaseAPI& engine(const std::string& packs);

    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> engines_;
};

}  // namespace demarche
