// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpora/evaluation/scope.hpp"
#include "corpora/readers/codebook.hpp"

using namespace demarche;

namespace {

const Codebook& codebook() {
    static const Codebook made = value_or_throw(check_codebook_text(R"(
families:
  - {id: norm, number: 4, stance: true}
  - {id: law, number: 4, stance: true}
  - {id: body, number: 2}
  - {id: issue, number: 7}
  - {id: body.minor, number: 15}
codes:
  - {id: norm.g, label: g, terms: {en: [a]}}
  - {id: law.ihl, label: ihl, terms: {en: [b]}}
  - {id: body.itu, label: ITU, terms: {en: [c]}}
  - {id: issue.conflict, label: conflict, terms: {en: [d]}}
)",
                                                                    "codebook.yaml"),
                                                "codebook.yaml");
    return made;
}

std::vector<std::string> names(const Scope& scope) {
    std::vector<std::string> found;
    for (const FamilyGroup& group : scope.groups()) found.push_back(group.name);
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Families are compared by number, those of one number together and each by itself") {
    const Scope scope = Scope::up_to(codebook(), 6);
    CHECK(scope.families() == Names{"body", "norm", "law"});
    CHECK(names(scope) == Names{"body", "norm, law", "norm", "law"});
    CHECK(scope.groups()[1].number == 4);
    CHECK(scope.holds("norm.g"));
    CHECK_FALSE(scope.holds("issue.conflict"));
}

TEST_CASE("A code that the codebook does not have belongs to the family that its id begins with") {
    const Scope scope = Scope::up_to(codebook(), 6);
    CHECK(scope.family_of("body.new") == "body");
    CHECK(scope.family_of("body.minor.new") == "body.minor");
    CHECK(scope.family_of("mood.sad.very") == "mood");
    CHECK(scope.family_of("mood") == "mood");
    CHECK(scope.holds("body.new"));
    CHECK_FALSE(scope.holds("body.minor.new"));
    CHECK(scope.is_known("body.itu"));
    CHECK_FALSE(scope.is_known("body.new"));
}

TEST_CASE("Families are named by id or number") {
    CHECK(Scope::named(codebook(), {"4"}).families() == Names{"norm", "law"});
    CHECK(Scope::named(codebook(), {"issue", "law", "law"}).families() == Names{"law", "issue"});
    CHECK_THROWS_WITH(Scope::named(codebook(), {"norms"}),
                      "the codebook has no family \"norms\"; it has norm, law, body, issue, body.minor; a family's "
                      "number or `all` will do too");
}

TEST_CASE("All families are those that the files have codes of, known ones first") {
    const Coding anna{"anna", {{"s1", "", "", "", {"issue.conflict", "mood.sad"}, {}}}};
    const Coding ben{"ben", {{"s1", "", "", "", {}, {{"norm.g", Stance::commit}}}}};
    const Scope scope = Scope::all_in(codebook(), {anna, ben});
    CHECK(scope.families() == Names{"norm", "issue", "mood"});
    CHECK(names(scope) == Names{"norm", "issue", "mood"});
    CHECK(scope.holds("mood.glad"));
    CHECK_FALSE(scope.holds("body.itu"));
}
