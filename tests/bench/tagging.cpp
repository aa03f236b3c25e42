// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast the text of a study is tagged with the shipped codebook, by one thread.
//
// usage: bench_tagging STUDY ROUNDS    prints bytes, mentions, and the processor seconds of each round

#include <ctime>

#include <cstddef>
#include <iostream>
#include <string>
#include <vector>

#include "corpora/store/study_store.hpp"
#include "extractors/tags/tagger.hpp"
#include "pipeline/knowledge.hpp"

namespace {

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: bench_tagging STUDY ROUNDS\n";
        return 2;
    }
    const demarche::Tagger tagger(demarche::load_knowledge({}).codebook);
    auto study = demarche::StudyStore::open(argv[1]);
    std::vector<demarche::ReadDocument> documents;
    std::size_t bytes = 0;
    for (const auto& document : study.documents()) {
        if (document.failure) continue;
        documents.push_back(study.read(document.id));
        bytes += documents.back().text.text().size();
    }
    std::string seconds;
    std::size_t mentions = 0;
    for (int round = 0; round < std::stoi(argv[2]); ++round) {
        demarche::TaggingSession session(tagger);
        mentions = 0;
        const double begin = processor_seconds();
        for (const auto& document : documents)
            mentions += session
                            .tag(document.text, document.sentences,
                                 document.facts.state ? document.facts.state->value : std::string())
                            .size();
        seconds += " " + std::to_string(processor_seconds() - begin);
    }
    std::cout << bytes << ' ' << mentions << seconds << '\n';
}
