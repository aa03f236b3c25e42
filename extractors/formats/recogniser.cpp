// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/formats/recogniser.hpp"

#include <algorithm>
#include <utility>

#include "corpora/model/error.hpp"
#include "extractors/formats/ocr_languages.hpp"
#include "extractors/text/languages.hpp"

namespace demarche {

namespace {

// Words of a stamp, a page number, a scanning program's advertisement; or of a cover over a photograph, which is
// then looked at in vain.
constexpr std::size_t few_words = 12;
constexpr double covering = 0.6;

// Typeset text has under 0.02 of odd words, a good OCR layer under 0.04.
constexpr double poor_layer = 0.08;

// Scans are looked at as they were made: more dots than the scanner saw hold nothing new, and below 200 the
// models see too little.
constexpr double least_resolution = 200;
constexpr double most_resolution = 300;

// What OCR is usually sure of, and what it must be sure of to replace a text that is there.
constexpr double least_confidence = 0.6;
constexpr double sure_confidence = 0.75;
constexpr std::size_t enough_letters = 200;  // to tell a language
constexpr std::size_t enough_bytes = 4000;   // of text, for the same
constexpr double mostly = 0.7;

std::size_t letters_of(const Page& page) {
    return page.text.size();  // near enough for comparing amounts
}

std::string spaced(std::string_view text, const std::vector<Word>& words) {
    std::string result;
    result.reserve(text.size() + words.size());
    for (const Word& word : words) {
        result += text.substr(word.begin, word.length);
        if (word.space_after) result += ' ';
    }
    return result;
}

double resolution_for(const PageViews::Cover& cover) {
    if (cover.share < covering || cover.resolution <= 0) return most_resolution;
    return std::clamp(cover.resolution, least_resolution, most_resolution);
}

// Whether what OCR read shall stand in the place of what the file says.
bool is_better(const Recognition& found, const Page& page, const TextLayer& layer, OcrMode mode) {
    if (found.letters < 3 || found.confidence < least_confidence) return false;
    if (page.words.empty() || layer.is_wrong || mode == OcrMode::always) return true;
    // A poor hidden layer, or a few words on a picture: the file's own words are lost only for more and surer ones.
    const std::size_t present = letters_of(page);
    if (found.confidence < sure_confidence) return false;
    return page.words.size() <= few_words ? found.letters >= std::max<std::size_t>(3 * present, 100)
                                          : found.text.size() * 10 >= present * 7;
}

void take(Page& page, Recognition found, int quarter_turns) {
    if (quarter_turns != 0)
        for (Word& word : found.words) {
            word.box = turned_back(word.box, quarter_turns, page.width, page.height);
            word.rotation = static_cast<std::uint8_t>((word.rotation + 4 - quarter_turns) % 4);
        }
    page.text = std::move(found.text);
    page.words = std::move(found.words);
    page.fonts = {Font{}};  // OCR does not tell fonts
    page.status = PageStatus::ocr;
    page.remark.clear();
}

std::string missing_pack(const std::string& pack) {
    return "needs the OCR language pack " + ocr_package_of(pack) + "; install it (apt-get install " +
           ocr_package_of(pack) + ") and run again";
}

}  // namespace

std::string text_for_language(const std::vector<Page>& pages) {
    std::string text;
    for (const Page& page : pages) {
        if (page.status != PageStatus::text || page.has_wrong_text_layer || page.awaits_ocr) continue;
        if (text.size() >= enough_bytes) break;
        (text += spaced(page.text, page.words)) += ' ';
    }
    return text;
}

void leave_unread(Page& page, const std::string& remark) {
    page.remark = remark;
    if (!page.has_wrong_text_layer) {
        if (page.words.empty()) page.status = PageStatus::picture;
        return;
    }
    page.status = PageStatus::wrong_text;
    page.text.clear();
    page.words.clear();
    page.fonts.clear();
}

Recogniser::Recogniser(ReadingOptions options)
    : options_(std::move(options)), settled_(options_.ocr_pack), seen_text_(options_.text_seen) {}
Recogniser::~Recogniser() = default;

void Recogniser::complete(Page& page, const PageViews& views) {
    const TextLayer layer = page.words.empty() ? TextLayer{} : judge_text_layer(page);
    page.has_wrong_text_layer = layer.is_wrong;
    if (wants_ocr(page, layer, views)) {
        if (options_.ocr == OcrMode::never)
            leave_unread(page, "OCR was off; run again with --ocr auto");
        else if (options_.puts_ocr_off)
            page.awaits_ocr = true;
        else
            recognise(page, layer, views);
    }
    if (page.status == PageStatus::text && !page.awaits_ocr) remember(page);
}

bool Recogniser::wants_ocr(const Page& page, const TextLayer& layer, const PageViews& views) const {
    if (page.status == PageStatus::picture || layer.is_wrong) return true;
    if (options_.ocr == OcrMode::never || page.status == PageStatus::blank) return false;
    if (options_.ocr == OcrMode::always) return true;
    if (views.has_hidden_text && layer.odd_share >= poor_layer) return true;
    return page.words.size() <= few_words && views.cover().share >= covering;
}

void Recogniser::recognise(Page& page, const TextLayer& layer, const PageViews& views) {
    const Picture picture = views.render(resolution_for(views.cover()));
    if (!has_ink(picture)) {
        if (page.words.empty()) page.status = PageStatus::blank;
        return;
    }
    Reading best;
    try {
        if (const auto missing = read(best, layer, picture)) {
            leave_unread(page, missing_pack(*missing));
            return;
        }
    } catch (const Error& error) {
        leave_unread(page, error.sentence());
        return;
    }
    if (is_better(best.found, page, layer, options_.ocr)) {
        take(page, std::move(best.found), best.quarter_turns);
    } else if (layer.is_wrong) {
        leave_unread(page, "its text layer is wrong, and OCR is not sure enough of what it reads instead");
    } else if (page.words.empty()) {
        page.status = PageStatus::blank;
        page.remark = "a picture in which OCR found no words";
    }
}

std::optional<std::string> Recogniser::read(Reading& best, const TextLayer& layer, const Picture& picture) {
    const Choice choice = choose(layer, picture);
    if (choice.packs.empty()) return choice.missing;
    try_packs(best, picture, 0, choice.packs);
    if (best.found.confidence < sure_confidence || best.found.letters < enough_letters / 4)
        look_again(best, picture);
    if (!choice.missing.empty() && best.found.confidence < sure_confidence) return choice.missing;
    if (choice.is_guess) return follow_language(best, picture);
    return std::nullopt;
}

Recogniser::Choice Recogniser::choose(const TextLayer& layer, const Picture& picture) {
    if (const std::string_view pack = ocr_pack_of(options_.language); !pack.empty()) return choice_of(pack, false);
    if (layer.is_wrong && !layer.pack.empty()) return choice_of(layer.pack, true);
    if (!settled_.empty()) return choice_of(settled_, false);
    if (Choice choice = choice_by_text(); !choice.packs.empty() || !choice.missing.empty()) return choice;
    const auto orientation = reader().orientation(picture);
    return choice_by_script(orientation ? orientation->script : std::string());
}

Recogniser::Choice Recogniser::choice_by_text() {
    if (seen_text_.size() < enough_letters) return {};
    const LanguageGuess guess = detect_language(seen_text_);
    if (!guess.is_reliable || guess.confidence < mostly) return {};
    const std::string_view pack = ocr_pack_of(guess.language);
    return pack.empty() ? Choice{} : choice_of(pack, true);
}

Recogniser::Choice Recogniser::choice_by_script(const std::string& script) {
    std::vector<std::string_view> packs = ocr_packs_of_script(script);
    if (packs.empty()) packs = {"eng"};
    Choice choice;
    choice.is_guess = true;
    for (const std::string_view pack : packs) {
        if (!is_installed(pack)) continue;
        const Choice one = choice_of(pack, true);
        choice.packs.insert(choice.packs.end(), one.packs.begin(), one.packs.end());
        // Han letters alone do not tell whose they are; alphabets read by a neighbour's model do.
        if (script != "Han" && script != "Japanese") break;
    }
    if (!choice.packs.empty()) return choice;
    choice.missing = packs.front();
    // A drawing with a few words passes for a rare script. What can be read surely all the same was no such script.
    if (is_installed("eng")) choice.packs = {"eng"};
    return choice;
}

Recogniser::Choice Recogniser::choice_of(std::string_view pack, bool is_guess) {
    if (!is_installed(pack)) return {{}, std::string(pack), is_guess};
    std::string packs(pack);
    if (!is_in_latin_letters(pack) && is_installed("eng")) packs += "+eng";
    return {{packs}, {}, is_guess};
}

void Recogniser::try_packs(Reading& best, const Picture& picture, int quarter_turns,
                           const std::vector<std::string>& packs) {
    for (const std::string& one : packs) {
        Recognition found = reader().read(picture, one);
        if (!best.packs.empty() && found.merit() <= best.found.merit()) continue;
        best = {std::move(found), one, quarter_turns};
    }
}

// Little was read, or unsurely: the page may lie on its side, or be in another script than the document.
void Recogniser::look_again(Reading& best, const Picture& picture) {
    const auto orientation = reader().orientation(picture);
    if (!orientation) return;
    const int turns = orientation->is_sure ? orientation->quarter_turns : 0;
    std::vector<std::string> packs = {best.packs};
    const Choice by_script = choice_by_script(orientation->script);
    for (const std::string& other : by_script.packs)
        if (other != best.packs && by_script.missing.empty() && best.found.confidence < least_confidence)
            packs.push_back(other);
    if (turns == 0) packs.erase(packs.begin());
    if (packs.empty()) return;
    if (turns == 0)
        try_packs(best, picture, 0, packs);
    else
        try_packs(best, turned(picture, turns), turns, packs);
}

// The language of what was read with the first model of its script decides which model should read it.
std::optional<std::string> Recogniser::follow_language(Reading& best, const Picture& picture) {
    if (best.found.letters < enough_letters) return std::nullopt;
    const LanguageGuess guess = detect_language(spaced(best.found.text, best.found.words));
    const std::string pack(ocr_pack_of(guess.language));
    if (!guess.is_reliable || guess.confidence < mostly || pack.empty()) return std::nullopt;
    const std::string used = best.packs.substr(0, best.packs.find('+'));
    if (pack != used) {
        const Choice choice = choice_of(pack, false);
        if (choice.packs.empty()) return choice.missing;
        try_packs(best, best.quarter_turns == 0 ? picture : turned(picture, best.quarter_turns), best.quarter_turns,
                  choice.packs);
    }
    settled_ = best.packs.substr(0, best.packs.find('+'));
    return std::nullopt;
}

bool Recogniser::is_installed(std::string_view pack) {
    if (!installed_) installed_ = ocr_packs();
    return std::binary_search(installed_->begin(), installed_->end(), pack);
}

void Recogniser::remember(const Page& page) {
    if (seen_text_.size() < enough_bytes) (seen_text_ += spaced(page.text, page.words)) += ' ';
}

OcrReader& Recogniser::reader() {
    if (!reader_) reader_ = std::make_unique<OcrReader>();
    return *reader_;
}

}  // namespace demarche
