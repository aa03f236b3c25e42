// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpora/model/page.hpp"
#include "extractors/formats/extractor.hpp"
#include "extractors/formats/ocr.hpp"
#include "extractors/formats/text_layer.hpp"

namespace demarche {

// What a format's reader knows of a page besides its text layer. What costs is asked for only where it matters.
struct PageViews {
    // Most of its words are invisible: an OCR program's layer over a scan.
    bool has_hidden_text = false;
    // The share of the page that one picture covers, and its resolution.
    struct Cover {
        double share = 0;
        double resolution = 0;
    };
    std::function<Cover()> cover;
    std::function<Picture(double resolution)> render;
};

// A part of the sound text layers of a file, enough to tell its language.
std::string text_for_language(const std::vector<Page>& pages);

// A page that needs OCR and does not get it. One whose text layer is wrong loses its words: what they say is not
// what it prints.
void leave_unread(Page& page, const std::string& remark);

// Decides page by page what is read by OCR, in which language, and whether the outcome is better than what the file
// itself says. One for each document, its pages in order: what it learns on one page serves the next.
//
// A page goes to OCR if it is a picture; if its text layer is wrong (see text_layer.hpp); if it has a few words, a
// stamp or a number, on a picture that covers it; if an OCR program's hidden layer is poor. With OcrMode::always
// each page with anything on it does.
//
// The language is, in this order: what the manifest says; what wrong letters or font names show; what was
// settled on earlier pages; the language of the file's other text; the script that is seen, and then the language
// of what is read. Beside a language in other letters English is read too: its names and acronyms stand in every
// strategy. A language whose pack is not installed leaves the page unread, with the package to install.
class Recogniser {
public:
    explicit Recogniser(ReadingOptions options);
    ~Recogniser();

    // Completes a page: its words, status and remark.
    void complete(Page& page, const PageViews& views);

    // The language pack that suited the pages so far; empty: none was read, or it is not sure.
    const std::string& settled_pack() const noexcept { return settled_; }

private:
    struct Choice {
        std::vector<std::string> packs;  // to be tried; empty: nothing can be
        std::string missing;             // a pack to install, unless `packs` read surely without it
        bool is_guess = false;           // the language is to be told from what is read
    };
    struct Reading {
        Recognition found;
        std::string packs;
        int quarter_turns = 0;  // of the picture, before it was read
    };

    bool wants_ocr(const Page& page, const TextLayer& layer, const PageViews& views) const;
    void recognise(Page& page, const TextLayer& layer, const PageViews& views);
    // returns  a pack that is missing, or nothing
    std::optional<std::string> read(Reading& best, const TextLayer& layer, const Picture& picture);
    Choice choose(const TextLayer& layer, const Picture& picture);
    Choice choice_by_text();
    Choice choice_by_script(const std::string& script);
    Choice choice_of(std::string_view pack, bool is_guess);
    void try_packs(Reading& best, const Picture& picture, int quarter_turns, const std::vector<std::string>& packs);
    void look_again(Reading& best, const Picture& picture);
    std::optional<std::string> follow_language(Reading& best, const Picture& picture);
    bool is_installed(std::string_view pack);
    void remember(const Page& page);
    OcrReader& reader();

    ReadingOptions options_;
    std::optional<std::vector<std::string>> installed_;
    std::unique_ptr<OcrReader> reader_;
    std::string settled_;    // pack of the document's language
    std::string seen_text_;  // of sound text layers, some of it
};

}  // namespace demarche
