// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/tags/examples.hpp"

#include <algorithm>
#include <utility>

#include "extractors/text/languages.hpp"

namespace demarche {

namespace {

std::vector<std::string> languages_of(const std::string& sentence) {
    const std::string detected = detect_language(sentence).language;
    if (detected.empty() || detected == "en") return {"en"};
    return {detected, "en"};
}

TriedExample tried(TaggingSession& session, const Code& code, const std::string& sentence, bool should_be_given) {
    TriedExample example{&sentence, should_be_given, false, {}};
    for (const std::string& language : languages_of(sentence)) {
        std::vector<Mention> mentions = session.tag({sentence, language, ""});
        example.is_given = std::any_of(mentions.begin(), mentions.end(),
                                       [&](const Mention& mention) { return mention.code == code.id; });
        if (example.is_given || example.mentions.empty()) example.mentions = std::move(mentions);
        if (example.is_given) break;
    }
    return example;
}

}  // namespace

std::vector<TriedExample> try_examples(TaggingSession& session, const Code& code) {
    std::vector<TriedExample> examples;
    for (const std::string& sentence : code.examples_yes) examples.push_back(tried(session, code, sentence, true));
    for (const std::string& sentence : code.examples_no) examples.push_back(tried(session, code, sentence, false));
    return examples;
}

}  // namespace demarche
