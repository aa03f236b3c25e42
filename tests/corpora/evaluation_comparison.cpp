// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "corpora/evaluation/comparison.hpp"

using namespace demarche;

namespace {

Codebook codebook() {
    Codebook made;
    made.families = {{"body", "", 2, ""}, {"norm", "", 4, ""}, {"issue", "", 7, ""}};
    for (const char* id : {"body.itu", "body.un", "norm.g", "norm.e", "issue.conflict"}) {
        Code code;
        code.id = id;
        code.family = std::string(id).substr(0, std::string(id).find('.'));
        made.codes.push_back(code);
    }
    return made;
}

using Codes = std::vector<std::string>;
using Norms = std::map<std::string, Stance>;

CodedSentence sentence(const std::string& sid, const Codes& codes, const Norms& norms = {},
                       const std::string& language = "en") {
    return {sid, "document of " + sid, language, "text of " + sid, codes, norms};
}

// Four sentences that both have read, and one of each alone.
const Coding gold{
    "gold",
    {sentence("1", {"body.itu", "body.un"}), sentence("2", {"body.itu"}, {{"norm.g", Stance::commit}}),
     sentence("3", {"issue.conflict"}, {{"norm.g", Stance::urge}}, "fr"), sentence("4", {}),
     sentence("5", {"body.un"})}};
const Coding other{
    "other",
    {sentence("6", {"body.un"}), sentence("4", {}), sentence("3", {}, {{"norm.e", Stance::urge}}, "fr"),
     sentence("2", {"body.itu"}, {{"norm.g", Stance::support}}), sentence("1", {"body.itu"})}};

Comparison compared(const Coding& one, const Coding& two) {
    const Clusters clusters({one, two});
    return compare(one, two, Scope::up_to(codebook(), 6), clusters, Draws(clusters.size()));
}

const Score& row(const std::vector<Score>& scores, const std::string& name) {
    for (const Score& score : scores)
        if (score.name == name) return score;
    throw std::out_of_range(name);
}

std::vector<std::size_t> counts(const Score& score) {
    return {score.counts.both, score.counts.missed, score.counts.extra};
}

using Three = std::vector<std::size_t>;

}  // namespace

TEST_CASE("Two coders are compared over the sentences that both have read, and the families compared") {
    const Comparison found = compared(gold, other);
    CHECK(found.reference == "gold");
    CHECK(found.other == "other");
    CHECK(found.all.sentences == 4);
    CHECK(counts(found.all) == Three{3, 2, 1});
    CHECK(*found.all.counts.precision() == Approx(3.0 / 4));
    CHECK(*found.all.counts.recall() == Approx(3.0 / 5));
    CHECK(*found.all.counts.f1() == Approx(6.0 / 9));
    CHECK(counts(row(found.families, "body")) == Three{2, 1, 0});
    CHECK(counts(row(found.families, "norm")) == Three{1, 1, 1});
    CHECK(counts(row(found.codes, "norm.g")) == Three{1, 1, 0});
    CHECK(counts(row(found.languages, "fr")) == Three{0, 1, 1});
    CHECK(row(found.languages, "fr").sentences == 1);
    CHECK(counts(row(found.documents, "document of 1")) == Three{1, 1, 0});
    CHECK_THROWS_AS(row(found.codes, "issue.conflict"), std::out_of_range);
}

TEST_CASE("Macro figures are means over codes, however rare") {
    // f1: body.itu 1, body.un 0, norm.e 0, norm.g 2/3
    const Macro macro = compared(gold, other).all.macro;
    CHECK(macro.codes == 4);
    CHECK(*macro.f1 == Approx((1 + 2.0 / 3) / 4));
    CHECK(*macro.precision == Approx((1.0 + 0 + 1) / 3));  // body.un was never given by the other
    CHECK(*macro.recall == Approx((1.0 + 0 + 0.5) / 3));   // norm.e never by the reference
}

TEST_CASE("Stances are compared where both gave one") {
    const Comparison found = compared(gold, other);
    CHECK(found.all.stance.both == 1);
    CHECK(found.all.stance.same == 0);
    CHECK(
        found.stances.at(static_cast<std::size_t>(Stance::commit)).at(static_cast<std::size_t>(Stance::support)) ==
        1);
    CHECK(found.agreement.stance.estimate.units == 1);
    CHECK(*found.agreement.stance.estimate.percent.value == 0);
}

TEST_CASE("The other way round, what was missed is extra") {
    const Comparison found = compared(gold, other), turned = compared(other, gold);
    CHECK(turned.all.counts.both == found.all.counts.both);
    CHECK(turned.all.counts.missed == found.all.counts.extra);
    CHECK(turned.all.counts.extra == found.all.counts.missed);
    CHECK(*turned.all.counts.f1() == *found.all.counts.f1());
    CHECK(*turned.agreement.all.estimate.alpha.value == Approx(*found.agreement.all.estimate.alpha.value));
    CHECK(*turned.agreement.all.estimate.kappa.value == Approx(*found.agreement.all.estimate.kappa.value));
}

TEST_CASE("Coders who agree everywhere have all figures at one, and no misses") {
    Coding longer = gold;
    longer.sentences.push_back(sentence("7", {"body.itu"}));
    const Comparison found = compared(longer, longer);
    CHECK(*found.all.counts.f1() == 1);
    CHECK(*found.all.f1_interval == Interval{1, 1});  // five sentences with codes
    CHECK(*found.all.macro.f1 == 1);
    CHECK(*found.all.stance.share() == 1);
    CHECK(*found.agreement.all.estimate.alpha.value == 1);
    CHECK(found.misses.empty());
}

TEST_CASE("Figures without anything to count are not defined") {
    const Coding silent{"silent", {sentence("1", {}), sentence("2", {})}};
    const Comparison found = compared(silent, silent);
    CHECK(found.all.sentences == 2);
    CHECK_FALSE(found.all.counts.f1());
    CHECK_FALSE(found.all.f1_interval);
    CHECK_FALSE(found.all.macro.f1);
    CHECK_FALSE(found.agreement.all.estimate.percent.value);
    CHECK(compared(silent, Coding{"nobody", {}}).all.sentences == 0);
}

TEST_CASE("Agreement over all codes counts every code that one gave, in every sentence") {
    // Codes given: body.itu, body.un, norm.g, norm.e; sentences: four. Three of sixteen decisions differ.
    const AgreementTable found = compared(gold, other).agreement;
    CHECK(found.all.estimate.units == 16);
    CHECK(*found.all.estimate.percent.value == Approx(13.0 / 16));
    REQUIRE(found.codes.size() == 4);
    CHECK(found.codes.front().name == "body.itu");
    CHECK(found.codes.front().estimate.units == 4);
    CHECK(*found.codes.front().estimate.kappa.value == 1);
}

TEST_CASE("Differences are told with what was said instead, codes with the most first") {
    const Comparison found = compared(gold, other);
    std::vector<std::string> told;
    for (const Miss& miss : found.misses) {
        std::string line(to_string(miss.kind));
        line += " " + miss.code + " " + miss.reference->sid;
        for (const std::string& code : miss.instead) line += " " + code;
        CHECK(miss.reference->sid == miss.other->sid);
        told.push_back(line);
    }
    CHECK(told == std::vector<std::string>{"missed norm.g 3 norm.e", "stance norm.g 2", "missed body.un 1",
                                           "extra norm.e 3 norm.g"});
}

TEST_CASE("Three coders agree over all that two of them have read") {
    const Coding third{"third", {sentence("1", {"body.itu", "body.un"}), sentence("6", {})}};
    const Clusters clusters({gold, other, third});
    const AgreementTable found =
        agreement_among({&gold, &other, &third}, Scope::up_to(codebook(), 6), clusters, Draws(clusters.size()));
    CHECK(found.all.estimate.units == 5 * 4);  // sentences 1, 2, 3, 4 and 6
    for (const AgreementRow& code : found.codes) CHECK(code.estimate.units == 5);
}
