// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text layers are read in milliseconds, pictures in seconds. So a file is read twice:
// once as a whole, with the pages that need OCR put off; then those pages, a few at a time, which
// as many processes can do at once as there are cores, whatever file they belong to.
//
//     first_reading ─read→ FilePages ─pages_put_off→ [[page]] ─second_reading, read→ FilePages ─put_in→ whole
#pragma once

#include <cstdint>
#include <vector>

#include "corpora/model/finding.hpp"
#include "extractors/document_reader.hpp"
#include "extractors/formats/extractor.hpp"

namespace demarche {

// The options of a reading that puts OCR off.
ReadingOptions first_reading(const ReadingOptions& options);

// The pages that it put off, in order, in groups for one reading each. The groups depend on
// the file alone, so that the outcome does not change with the number of processes.
std::vector<std::vector<std::uint32_t>> pages_put_off(const FilePages& first);

// The options of a reading of one group, with what the first one shows of the file's language.
//
// ocr_pack  what the first group's reading settled on; empty before
ReadingOptions second_reading(const ReadingOptions& options, const FilePages& first,
                              std::vector<std::uint32_t> pages, const std::string& ocr_pack);

// Puts pages into the places of those put off.
void put_in(FilePages& whole, std::vector<Page> pages);

// Leaves those pages of the group unread that did not come; there and in whole.ocr_failure it says why.
void give_up(FilePages& whole, const std::vector<std::uint32_t>& group, const Failure& failure);

}  // namespace demarche
