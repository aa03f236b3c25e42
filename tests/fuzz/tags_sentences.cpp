// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/model/utf8.hpp"
#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/tagger.hpp"
#include "tests/fuzz/mention_checks.hpp"

// Whatever the sentence, its language and its author: with the shipped codebook and the names of all states,
// mentions are words of the sentence, in order, of codes that there are; an explanation names exactly these as
// kept; and what a session has read before makes no difference.

namespace {

using demarche::SentenceContext;
using demarche::Tagger;
using demarche::TaggingSession;

const Tagger& shipped_tagger() {
    static const Tagger tagger([] {
        demarche::Codebook codebook = demarche::read_codebook({DEMARCHE_SOURCE_DIR "/corpora/codebooks"});
        demarche::merge(codebook, demarche::codebook_of_states(demarche::read_catalogue(
                                      DEMARCHE_SOURCE_DIR "/corpora/catalogue/states.csv")));
        return codebook;
    }());
    return tagger;
}

// The lines of a text as the sentences of one document: what it explains is learnt, alike each time.
void check_document(const std::string& text, const SentenceContext& context) {
    std::vector<demarche::Sentence> sentences;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const auto ordinal = static_cast<std::uint32_t>(sentences.size() + 1);
        if (end > begin)
            sentences.push_back({ordinal,
                                 demarche::Span(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)),
                                 std::string(context.language), demarche::BlockRole::body, 1, ""});
        begin = end + 1;
    }
    const demarche::CleanText document(text, {}, {});
    static TaggingSession well_read(shipped_tagger());
    const demarche::DocumentTags tags = well_read.tag_document(document, sentences, context.author_state);
    for (const demarche::Mention& mention : tags.mentions) {
        demarche::require(mention.sentence >= 1 && mention.sentence <= sentences.size());
        demarche::require(sentences[mention.sentence - 1].span.contains(mention.span));
        demarche::require(document.slice(mention.span) == mention.term);
    }
    for (const demarche::DefinedName& name : tags.names.defined)
        demarche::require(!name.short_form.empty() && text.find(name.short_form) != std::string::npos &&
                          text.find(name.long_form) != std::string::npos);
    for (const demarche::NamedFocalPoint& point : tags.names.focal_points)
        demarche::require(point.mentions > 0 && text.find(point.organisation) != std::string::npos);
    const demarche::DocumentTags again =
        TaggingSession(shipped_tagger()).tag_document(document, sentences, context.author_state);
    demarche::require(again.mentions == tags.mentions && again.names == tags.names);
}

}  // namespace

// The first byte chooses the language, the second the author.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::string_view languages[] = {"en", "fr", "es", "pt", "ru", "zh", "", "x\xFF"};
    static constexpr std::string_view authors[] = {"", "USA", "FRA", "INT", "no state"};
    if (size < 2) return 0;
    const std::string text =
        demarche::with_valid_utf8(std::string_view(reinterpret_cast<const char*>(data) + 2, size - 2));
    const SentenceContext sentence{text, languages[data[0] % std::size(languages)],
                                   authors[data[1] % std::size(authors)]};
    static TaggingSession well_read(shipped_tagger());
    const auto mentions = well_read.tag(sentence);
    demarche::check_mentions(mentions, text, shipped_tagger().codebook());
    demarche::check_explanation(well_read.explain(sentence), mentions, text);
    demarche::require(TaggingSession(shipped_tagger()).tag(sentence) == mentions);
    check_document(text, sentence);
    return 0;
}
