// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/coded_sentence.hpp"
#include "corpora/readers/problems.hpp"

namespace demarche {

// Codes that people gave, out of a spreadsheet saved as CSV. Either a row for each code,
//
//     sid,coder,code,stance
//     s1,anna,body.itu,
//     s1,anna,norm.g,commit
//     s2,anna,,
//
// or a row for each sentence, its codes separated by ";", a stance behind its code:
//
//     sid,coder,codes,text
//     s1,anna,body.itu; norm.g:commit,We will protect ...
//
// or some of each. Columns, in any order and case:
//
//     sid               required: the sentence's id, the same with every coder
//     code, codes       one of them required. An empty cell says that the coder read the
//                       sentence and gave it no code; a sentence without a row was not read
//     coder             whose codes they are; without it, all are of one coder, named as the file
//     stance            of the row's one code: commit, support, urge, describe, reject
//     text, lang, doc   the sentence, its language, its document; also `language`, `document`.
//                       They may stand in one row of a sentence alone, and are then every coder's
//
// Further columns are passed over. A code that comes twice is given once. Mistakes: no
// such columns, a row without sid, what cannot be a code, a word that is no stance, a code
// with two stances by one coder, a sentence with two texts, languages or documents.
//
// name    what messages call the file; its stem is the coder where no column says another
// returns the coders in the order in which they come, with their sentences in that order
Checked<std::vector<Coding>> parse_hand_codes(std::string_view csv, const std::string& name);

// The codings of a file: hand codes of a name that ends in .csv or .tsv, coded JSON lines
// (corpora/readers/tag_lines.hpp) of any other, which are one coder's, named as the file without its ending.
//
// throws  Error{missing}, Error{unreadable}; Error{invalid} naming lines, or when there is no sentence
std::vector<Coding> read_codings(const std::filesystem::path& path);

}  // namespace demarche
