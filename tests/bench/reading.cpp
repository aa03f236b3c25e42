// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much processor time the reading of files takes by itself: text layers with boxes and fonts, as a run reads
// them before any OCR, without cleaning, sentences or tags.
//
// usage: bench_reading FILE...     prints pages, words, files that could not be read, and seconds

#include <ctime>

#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

#include "corpora/model/error.hpp"
#include "corpora/readers/text_file.hpp"
#include "extractors/document_reader.hpp"
#include "extractors/second_reading.hpp"

namespace {

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t pages = 0, words = 0, unread = 0;
    const double begin = processor_seconds();
    for (const std::string& file : std::vector<std::string>(argv + 1, argv + argc)) {
        try {
            const demarche::FilePages read =
                demarche::read_pages(demarche::read_bytes(file), demarche::first_reading({}));
            pages += read.pages.size();
            for (const demarche::Page& page : read.pages) words += page.words.size();
        } catch (const demarche::Error&) {
            ++unread;
        }
    }
    std::cout << pages << ' ' << words << ' ' << unread << ' ' << processor_seconds() - begin << '\n';
}
