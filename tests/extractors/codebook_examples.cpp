// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"
#include "extractors/tags/examples.hpp"
#include "extractors/tags/tagger.hpp"

using namespace demarche;

namespace {

const Codebook& shipped() {
    static const Codebook codebook = [] {
        Codebook read = read_codebook({DEMARCHE_SOURCE_DIR "/corpora/codebooks"});
        merge(read, codebook_of_states(read_catalogue(DEMARCHE_SOURCE_DIR "/corpora/catalogue/states.csv")));
        return read;
    }();
    return codebook;
}

std::string told(const Code& code, const TriedExample& example) {
    return "\n  " + code.place.file + ":" + std::to_string(code.place.line) + " " + code.id +
           (example.should_be_given ? " is not given to: " : " is given to: ") + *example.sentence;
}

}  // namespace

TEST_CASE("Every code of the shipped codebook is given to its examples, and to no counter-example") {
    const Tagger tagger(shipped());
    TaggingSession session(tagger);
    std::string failures;
    std::size_t examples = 0;
    for (const Code& code : shipped().codes)
        for (const TriedExample& example : try_examples(session, code)) {
            ++examples;
            if (!example.is_right()) failures += told(code, example);
        }
    CHECK(examples > 100);
    INFO("examples that fail:" << failures);
    CHECK(failures.empty());
}

TEST_CASE("The shipped cues tell stances apart in every language that the codebook covers") {
    struct Case {
        std::string_view language, stance, sentence;
    };
    // One norm, protecting critical infrastructure, as a plan, a thing of importance, a duty of others and a fact.
    const std::vector<Case> cases = {
        {"en", "commit", "We will protect critical infrastructure against cyber attacks."},
        {"en", "commit", "Protecting critical infrastructure."},
        {"en", "support", "The protection of critical infrastructure is essential."},
        {"en", "urge", "Operators must protect critical infrastructure against cyber attacks."},
        {"en", "describe", "The law on the protection of critical infrastructure was adopted in 2016."},
        {"en", "describe",
         "Protection of critical infrastructure means all measures that keep its services running."},
        {"en", "commit", "This plan, which is open to all, will protect critical infrastructure."},
        {"en", "commit", "Reinforcing the security of critical systems."},
        {"en", "urge", "Operators of critical infrastructure will be required to carry out security audits."},
        {"fr", "commit", "L'État renforcera la protection des infrastructures critiques."},
        {"fr", "support", "La protection des infrastructures critiques est essentielle."},
        {"fr", "urge", "Les opérateurs doivent protéger leurs infrastructures critiques contre les attaques."},
        {"fr", "describe", "La loi sur la protection des infrastructures critiques a été adoptée en 2016."},
        {"fr", "describe",
         "Protection des infrastructures critiques : l'ensemble des mesures qui les font marcher."},
        {"es", "commit", "El Gobierno fortalecerá la protección de las infraestructuras críticas."},
        {"es", "support", "Es necesario proteger las infraestructuras críticas."},
        {"es", "urge", "Los operadores deben proteger las infraestructuras críticas frente a ataques."},
        {"es", "describe", "La ley de protección de infraestructuras críticas fue aprobada en 2011."},
        {"es", "describe", "Protección de infraestructuras críticas: conjunto de actividades que las resguardan."},
        {"pt", "commit", "O Governo fortalecerá a proteção das infraestruturas críticas."},
        {"pt", "commit", "Institui o Grupo de Trabalho de Segurança das Infraestruturas Críticas."},
        {"pt", "support", "É necessário proteger as infraestruturas críticas."},
        {"pt", "urge", "Os operadores devem proteger as infraestruturas críticas contra ataques."},
        {"pt", "describe", "A política de segurança das infraestruturas críticas foi aprovada em 2018."},
        {"pt", "describe", "Segurança das infraestruturas críticas: conjunto de medidas que as resguardam."},
        {"ru", "commit", "Государство будет обеспечивать защиту критической информационной инфраструктуры."},
        {"ru", "support", "Необходимо обеспечить безопасность критической информационной инфраструктуры."},
        {"ru", "urge", "Операторы должны обеспечить безопасность критической информационной инфраструктуры."},
        {"ru", "describe",
         "В 2017 году был принят закон о безопасности критической информационной инфраструктуры."},
        {"de", "commit", "Die Bundesregierung wird den Schutz kritischer Infrastrukturen stärken."},
        {"de", "support", "Der Schutz kritischer Infrastrukturen ist unerlässlich."},
        {"de", "urge", "Betreiber müssen kritische Infrastrukturen vor Angriffen schützen."},
        {"de", "describe", "Das Gesetz zum Schutz kritischer Infrastrukturen wurde 2015 beschlossen."},
        {"it", "commit", "Il Governo rafforzerà la protezione delle infrastrutture critiche."},
        {"it", "support", "La protezione delle infrastrutture critiche è fondamentale."},
        {"it", "urge", "Gli operatori devono proteggere le infrastrutture critiche dagli attacchi informatici."},
        {"it", "describe", "La legge sulla protezione delle infrastrutture critiche è stata adottata nel 2016."},
        {"ar", "commit", "ستعمل الحكومة على حماية البنية التحتية الحيوية."},
        {"ar", "support", "من الضروري حماية البنية التحتية الحيوية."},
        {"zh", "commit", "国家将加强关键信息基础设施保护。"},
        {"zh", "urge", "运营者应当保护关键信息基础设施安全。"},
        {"ja", "commit", "政府は重要インフラの防護を強化する。"},
        {"ja", "support", "重要インフラの防護が必要である。"},
        {"ja", "urge", "事業者は重要インフラを防護しなければならない。"},
    };
    const Tagger tagger(shipped());
    TaggingSession session(tagger);
    for (const Case& one : cases) {
        INFO(one.sentence);
        std::string_view stance = "no mention";
        for (const Mention& mention : session.tag({one.sentence, one.language, ""}))
            if (mention.code == "norm.g" && mention.stance) stance = to_string(*mention.stance);
        CHECK(stance == one.stance);
    }
}
