// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tagging.hpp"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "corpora/readers/tag_lines.hpp"
#include "extractors/tags/tagger.hpp"
#include "extractors/text/languages.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace {

using Json = nlohmann::ordered_json;

class LineTagger {
public:
    explicit LineTagger(const Tagger& tagger) : tagger_(tagger), session_(tagger) {}

    Json tagged(const TagLine& line) {
        const auto [language, found] = tag_sentence(session_, line.text, line.language);
        std::set<std::string> codes, further, states;
        std::map<std::string, std::string> norms;
        Json mentions = Json::array();
        for (const Mention& mention : found) {
            const Code* code = tagger_.codebook().find_code(mention.code);
            const Family* family = code ? tagger_.codebook().find_family(code->family) : nullptr;
            if (mention.stance)
                norms.emplace(mention.code, to_string(*mention.stance));
            else if (mention.code.starts_with("state."))
                states.insert(mention.code.substr(6));
            else
                (family && family->number <= last_scored_family ? codes : further).insert(mention.code);
            mentions.push_back(mention_json(mention));
        }
        Json json = {{"sid", line.sid}, {"lang", language}, {"codes", codes}, {"norms", norms}};
        if (norms.empty()) json["norms"] = Json::object();
        json["further"] = further;
        json["states"] = states;
        json["mentions"] = std::move(mentions);
        return json;
    }

private:
    static Json mention_json(const Mention& mention) {
        Json json = {{"code", mention.code},
                     {"begin", mention.span.begin()},
                     {"end", mention.span.end()},
                     {"term", mention.term},
                     {"rule", mention.rule}};
        if (mention.stance) json["stance"] = to_string(*mention.stance);
        return json;
    }

    const Tagger& tagger_;
    TaggingSession session_;
};

}  // namespace

TaggedSentence tag_sentence(TaggingSession& session, const std::string& text, const std::string& language) {
    TaggedSentence tagged{language.empty() ? detect_language(text).language : language, {}};
    tagged.mentions = session.tag({text, tagged.language, {}});
    return tagged;
}

void tag_lines(std::istream& in, const std::string& name, const std::vector<std::string>& codebook_options,
               std::ostream& out) {
    const Tagger tagger(load_knowledge(codebook_options).codebook);
    LineTagger lines(tagger);
    for_each_tag_line(in, name, [&](const TagLine& line) {
        out << lines.tagged(line).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    });
}

}  // namespace demarche
