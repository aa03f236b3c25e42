// SPDX-License-Identifier: GPL-3.0-or-later
#include "worked_example.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "graphs/exports/exports.hpp"

namespace demarche::tests {

namespace {

Code code(const std::string& id, const std::string& family, const std::string& label,
          const std::string& kind = {}) {
    Code made;
    made.id = id;
    made.family = family;
    made.label = label;
    made.kind = kind;
    made.has_stance = family == "norm" || family == "law" || family == "cbm";
    return made;
}

Codebook small_codebook() {
    Codebook codebook;
    codebook.version = "2.1";
    codebook.hash = "00ff";
    codebook.families = {{"body", "Bodies", 2, "names"},     {"norm", "Norms", 4, "norm"},
                         {"law", "Law", 4, "law"},           {"cbm", "Confidence", 4, "cbm"},
                         {"ins", "Instruments", 5, "names"}, {"issue", "Issue areas", 7, "issue"}};
    codebook.codes = {code("body.un", "body", "United Nations", "multilateral"),
                      code("body.un_oewg", "body", "UN Open-Ended Working Group", "multilateral"),
                      code("body.eu", "body", "European Union", "regional"),
                      code("norm.g", "norm", "Protect critical infrastructure"),
                      code("law.applies", "law", "International law applies"),
                      code("cbm", "cbm", "Confidence-building measures"),
                      code("ins.budapest", "ins", "Convention on Cybercrime"),
                      code("issue.cybercrime", "issue", "Cybercrime")};
    codebook.codes[1].parent = "body.un";
    codebook.codes[3].definition = "States protect their infrastructure & that of others.";
    return codebook;
}

State state(const std::string& iso3, const std::string& iso2, const std::string& name, const std::string& region) {
    State made;
    made.iso3 = iso3;
    made.iso2 = iso2;
    made.name["en"] = name;
    made.region = region;
    made.un_status = "member";
    return made;
}

Catalogue small_catalogue() {
    Catalogue catalogue = {state("AUS", "AU", "Australia", "Oceania"), state("FRA", "FR", "France", "Europe"),
                           state("IDN", "ID", "Indonesia", "Asia"), state("KEN", "KE", "Kenya", "Africa")};
    catalogue[1].subregion = "Western Europe";
    catalogue[1].un_group = "WEOG";
    catalogue[1].organisations = {"body.nato", "body.eu"};
    return catalogue;
}

std::vector<StudyDocument> small_library() {
    std::vector<StudyDocument> documents = {
        document_of("aus_2016_en", "AUS", 2016), document_of("aus_2020_en", "AUS", 2020),
        document_of("fra_2018_fr", "FRA", 2018), document_of("ken_2014_en", "KEN", 2014),
        document_of("eu_2020_en", "INT", 2020),  document_of("unknown_policy", "", std::nullopt)};
    documents[1].facts.title = {"Strategy <2020> & \"Action\" plan", Provenance::manifest};
    documents[1].quality.pages_unread = 1;
    documents[2].facts.language = {"fr", Provenance::worked_out};
    documents[3].failure = Failure{ErrorKind::no_text, "", "every page is a picture"};
    documents[4].facts.issuer = {"European union", Provenance::manifest};
    return documents;
}

}  // namespace

StudyDocument document_of(const std::string& id, const std::string& state, std::optional<int> year) {
    StudyDocument document;
    document.id = id;
    document.name = id + ".pdf";
    if (!state.empty()) document.facts.state = {state, Provenance::manifest};
    if (year) document.facts.year = {*year, Provenance::manifest};
    document.facts.language = {"en", Provenance::worked_out};
    document.quality.pages = 10;
    document.quality.words = 3000;
    document.sentences = 150;
    return document;
}

Observation mention_in(const std::string& document, std::uint32_t sentence, const std::string& code,
                       std::optional<Stance> stance, std::uint32_t nth) {
    Observation observation;
    observation.id = observation_id(document, sentence, code, nth);
    observation.document = document;
    observation.mention.code = code;
    observation.mention.sentence = sentence;
    observation.mention.term = "term of " + code;
    observation.mention.rule = code + "/en/1";
    observation.mention.stance = stance;
    observation.page = 1 + sentence / 10;
    observation.sentence = "Sentence " + std::to_string(sentence) + " of " + document + ".";
    observation.section = "Our plan";
    observation.language = "en";
    return observation;
}

WorkedExample worked_example() {
    WorkedExample example;
    example.documents = small_library();
    example.codebook = small_codebook();
    example.catalogue = small_catalogue();
    example.options.version = "0.1.0";
    example.observations = {
        mention_in("aus_2016_en", 12, "body.un_oewg"),
        mention_in("aus_2020_en", 3, "body.un_oewg"),
        mention_in("aus_2020_en", 3, "body.un_oewg", std::nullopt, 2),
        mention_in("aus_2020_en", 4, "norm.g", Stance::commit),
        mention_in("aus_2020_en", 31, "norm.g", Stance::urge),
        mention_in("aus_2020_en", 32, "law.applies", Stance::support),
        mention_in("aus_2020_en", 40, "state.IDN"),
        mention_in("aus_2020_en", 40, "state.AUS"),  // itself: no edge
        mention_in("aus_2020_en", 41, "issue.cybercrime"),
        mention_in("fra_2018_fr", 7, "cbm", Stance::describe),
        mention_in("fra_2018_fr", 7, "ins.budapest"),
        mention_in("fra_2018_fr", 8, "norm.g", Stance::reject),
        mention_in("eu_2020_en", 5, "body.un_oewg"),
        mention_in("eu_2020_en", 5, "body.eu"),  // itself: no edge
        mention_in("unknown_policy", 2, "state.FRA"),
    };
    example.observations[3].sentence = "We will protect \"lifelines\" <all>, i.e. a[b[0]]> 1 & more.";
    return example;
}

WorkedExample nasty_example() {
    WorkedExample example = worked_example();
    const std::vector<std::string> sentences = {"page\fbreak",
                                                std::string("n\0ul", 4),
                                                "half \xED\xA0\xBD pair",
                                                "a ]]> <b> & \"c\" 'd' &amp;",
                                                "😀 flags 🇫🇷",
                                                "שלום \xE2\x80\xAE"
                                                "abc مرحبا",
                                                "line\r\nend\ttab\rreturn",
                                                " blanks around ",
                                                "\xFF\xFE",
                                                "<![CDATA[x]]>",
                                                std::string(70000, 'q'),
                                                "1.0"};
    std::uint32_t sentence = 200;
    for (const std::string& text : sentences) {
        example.observations.push_back(mention_in("fra_2018_fr", sentence++, "body.un"));
        example.observations.back().sentence = text;
        example.observations.back().section = text;
        example.observations.back().mention.term = text;
    }
    example.catalogue[0].name["en"] = "Name \f <\"&'> ]]>";
    return example;
}

Network WorkedExample::network() const {
    return build_network(documents, observations, codebook, catalogue, options);
}

std::string written(const Network& network, const std::string& format) {
    return written({network, {}}, format);
}

std::string written(const NetworkSource& source, const std::string& format) {
    const NetworkExport* const found = find_network_export(format);
    if (found == nullptr) throw std::invalid_argument("no export " + format);
    std::ostringstream out;
    found->write(source, out);
    return out.str();
}

// The compiler may have been given this file's path from the build folder, where the test program stands.
std::filesystem::path source_file(const std::string& name) {
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
    const std::filesystem::path here = program.parent_path() / __FILE__;
    return (here.parent_path().parent_path().parent_path() / name).lexically_normal();
}

bool is_golden(const std::string& name, const std::string& text) {
    const std::filesystem::path path = source_file("tests/golden/graphs/" + name);
    if (std::getenv("DEMARCHE_APPROVE") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return true;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string golden((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return golden == text;
}

}  // namespace demarche::tests
