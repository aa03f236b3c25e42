// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/clean_text.hpp"
#include "corpora/model/sentence.hpp"

namespace demarche {

// Splits running text into sentences: ICU's breaker for the language, with the
// project's corrections for what policy texts hold (abbreviations, "Art. 5",
// "No. 12", initials, list marks, a full stop before a lower-case word).
//
// Belongs to one thread; making one loads ICU's rules, so keep it for a document.
class SentenceSplitter {
public:
    explicit SentenceSplitter(const std::string& language);
    SentenceSplitter(SentenceSplitter&&) noexcept;
    SentenceSplitter& operator=(SentenceSplitter&&) noexcept;
    ~SentenceSplitter();

    // The sentences of one block, in order, without white space around them.
    std::vector<Span> split(std::string_view block);

private:
    struct Breaker;
    std::unique_ptr<Breaker> breaker_;
};

// Every sentence of a document, numbered from 1, each with its language and the path of headings it stands under.
//
// document_language  as the manifest or the detector has it; parts in another are told from it
// (block_languages.hpp)
std::vector<Sentence> split_sentences(const CleanText& text, const std::string& document_language);

}  // namespace demarche
