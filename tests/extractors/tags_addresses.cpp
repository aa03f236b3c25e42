// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/tags/addresses.hpp"
#include "tests/extractors/tagging.hpp"

using namespace demarche;

namespace {

Words addresses_in(std::string_view text) {
    std::vector<Span> addresses;
    find_addresses(text, addresses);
    Words words;
    for (const Span address : addresses) words.emplace_back(text.substr(address.begin(), address.length()));
    return words;
}

}  // namespace

TEST_CASE("Addresses are told from the sentence that they stand in") {
    SECTION("with a scheme, up to the sentence's own punctuation") {
        CHECK(addresses_in("See https://a.example.int/x/forum-2.html.") ==
              Words{"https://a.example.int/x/forum-2.html"});
        CHECK(addresses_in("(http://a.int/x), and <ftp://b.int>") == Words{"http://a.int/x", "ftp://b.int"});
        CHECK(addresses_in("Source:http://a.int/forum") == Words{"http://a.int/forum"});
    }
    SECTION("without one") {
        CHECK(addresses_in("www.a.int and a.europa.eu/topics/forum; forum.gov.xy") ==
              Words{"www.a.int", "a.europa.eu/topics/forum", "forum.gov.xy"});
        CHECK(addresses_in("Stay safe at stayaware.org!") == Words{"stayaware.org"});
    }
    SECTION("of mail") {
        CHECK(addresses_in("Write to forum@cert.example.org.") == Words{"forum@cert.example.org"});
    }
    SECTION("in texts without blanks") {
        CHECK(addresses_in("詳細はhttps://a.int/forum/を参照") == Words{"https://a.int/forum/"});
    }
    SECTION("and from what only looks like one") {
        CHECK(addresses_in("CERT.br, CERT.at and the U.S./U.K. forum, and/or others, e.g./i.e. this.").empty());
        CHECK(addresses_in("A/RES/70/174, Art.5/6, No.12/2013, 3.5/4.0 and version 2.0.").empty());
        CHECK(addresses_in("The end.The beginning of it @ home. ...and/or ./x").empty());
        CHECK(addresses_in("").empty());
        CHECK(addresses_in(".").empty());
    }
}

TEST_CASE("Words of an address are no mentions") {
    Asked asked(codebook_from(R"(
families: [{id: forum}, {id: body, layer: names}, {id: norm}]
codes:
  - {id: forum.regional, terms: {en: [{term: regional forum}, {term: workshop, with: [cert]}]}}
  - {id: body.un, kind: organisation, terms: {any: [=UN, un.org]}}
  - {id: norm.g, terms: {en: [treaty]}}
concepts: {join: {en: [join]}}
rules: [{id: joins, code: norm.g, all: ["@join", "kind:organisation"]}]
)"));
    CHECK(asked.about("The regional forum has a page.") == Words{"forum.regional: regional forum"});
    CHECK(asked.about("See https://a.int/regional-forum/un.org and www.un.org/treaty.").empty());
    SECTION("nor do they meet conditions or rules") {
        CHECK(asked.about("The workshop is at https://a.int/cert.").empty());
        CHECK(asked.about("The CERT has a workshop.") == Words{"forum.regional: workshop"});
        CHECK(asked.about("All join at https://a.int/UN.").empty());
        CHECK(asked.about("All join the UN.") == Words{"norm.g: join the UN", "body.un: UN"});
    }
    SECTION("which an explanation says") {
        CHECK(asked.reasons("www.a.int/treaty") ==
              Words{"norm.g: treaty | excluded | part of a web or mail address"});
    }
}
