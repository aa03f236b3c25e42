// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "corpora/exports/codebook_reference.hpp"
#include "corpora/exports/reference_words.hpp"
#include "corpora/readers/codebook.hpp"
#include "corpora/readers/term_notation.hpp"
#include "tests/corpora/readers_folder.hpp"

using namespace demarche;

namespace {

Codebook codebook_of(const std::string& yaml) {
    auto [codebook, problems] = check_codebook_text(yaml, "my.yaml");
    REQUIRE_FALSE(has_errors(problems));
    return codebook;
}

const std::string small = R"(
families:
  - {id: own, title: My <own> codes}
  - {id: body, number: 2, title: Bodies}
codes:
  - id: body.arf
    label: ARF & friends
    definition: "A *forum* of [states]."
    kind: regional
    terms:
      en: [{term: =ARF, with: [ASEAN, "'regional forum'"], not_before: ["of ...3 all"]}]
      ar: ["الأمن السيبراني"]
    exclude: {en: [arf arf]}
    examples: {yes: ["<ARF> met."], no: ["arf!"]}
  - {id: own.part, label: Part, parent: own.whole, terms: {any: ["{x}*", "a `b` c"]}}
  - {id: own.whole, label: Whole}
concepts:
  protect: {en: [protect], fr: [protéger]}
rules:
  - {id: first, code: own.whole, lang: [en, fr], all: ["@protect", [body.arf, "kind:regional", "state.other"]], none: ["market"], within: 9, ordered: true}
)";

std::string html(const Codebook& codebook) {
    std::ostringstream out;
    write_reference_html(codebook, out);
    return out.str();
}
std::string markdown(const Codebook& codebook) {
    std::ostringstream out;
    write_reference_markdown(codebook, out);
    return out.str();
}
bool has(const std::string& page, const std::string& part) {
    return page.find(part) != std::string::npos;
}

// The values of an attribute, as they stand between `beginning` and the next quotation mark.
std::multiset<std::string> all_of(const std::string& page, const std::string& beginning) {
    std::multiset<std::string> found;
    for (auto at = page.find(beginning); at != std::string::npos; at = page.find(beginning, at)) {
        at += beginning.size();
        found.insert(page.substr(at, page.find('"', at) - at));
    }
    return found;
}

// The names of a page's tags, in order; those that close with the slash before them.
std::vector<std::string> tags_of(const std::string& page) {
    static const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::vector<std::string> tags;
    for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const bool closes = page.compare(at + 1, 1, "/") == 0;
        const auto begin = at + (closes ? 2 : 1), end = page.find_first_not_of(letters, begin);
        if (end > begin) tags.push_back((closes ? "/" : "") + page.substr(begin, end - begin));
    }
    return tags;
}

const Codebook& shipped() {
    static const Codebook codebook = read_codebook({DEMARCHE_SOURCE_DIR "/corpora/codebooks"});
    return codebook;
}

}  // namespace

TEST_CASE("The page says all that is said of a code") {
    const std::string page = html(codebook_of(small));
    CHECK(has(page, "<article id=\"body.arf\">"));
    CHECK(has(page, "ARF &amp; friends"));
    CHECK(has(page, "A *forum* of [states]."));
    CHECK(has(page, "Kind: regional."));
    CHECK(has(page, "Written in my.yaml, line 6."));
    CHECK(has(
        page,
        "only in a sentence with <bdi class=\"term\">ASEAN</bdi> or <bdi class=\"term\">'regional forum'</bdi>"));
    CHECK(has(page, "not before <bdi class=\"term\">of ...3 all</bdi>"));
    CHECK(has(page, "<ul class=\"terms\" lang=\"ar\" dir=\"rtl\">"));
    CHECK(has(page, "Not meant by"));
    CHECK(has(page, "<li dir=\"auto\">&lt;ARF&gt; met.</li>"));
    CHECK(has(page, "Part of <a href=\"#own.whole\">own.whole</a>."));
    SECTION("rules in words") {
        CHECK(has(page,
                  "<code>own.whole#first</code>: a sentence that has all of these, in English and French, "
                  "within 9 words of each other, in this order:"));
        CHECK(has(page, "a term of <a href=\"#@protect\"><code>protect</code></a>"));
        CHECK(has(page,
                  "the code <a href=\"#body.arf\"><code>body.arf</code></a>, or a body of the kind regional, or "
                  "a state named that is not the author"));
        CHECK(has(page, "and none of these:"));
    }
}

TEST_CASE("Families come by number, those without one at the end and without a number") {
    const std::string page = html(codebook_of(small));
    const auto numbered = page.find("<h2 id=\"family:body\">2. Bodies</h2>");
    const auto own = page.find("<h2 id=\"family:own\">My &lt;own&gt; codes</h2>");
    REQUIRE(numbered != std::string::npos);
    REQUIRE(own != std::string::npos);
    CHECK(numbered < own);
}

TEST_CASE("The page needs nothing beside it, and every link leads somewhere") {
    const std::string page = html(shipped());
    for (const char* outside : {"<script", "src=", "http:", "https:", "@import", "url("})
        CHECK_FALSE(has(page, outside));
    const auto anchors = all_of(page, " id=\"");
    const auto targets = all_of(page, "href=\"#");
    for (const std::string& anchor : anchors) CHECK(anchors.count(anchor) == 1);
    std::string lost;
    for (const std::string& target : targets)
        if (!anchors.contains(target)) lost += target + " ";
    CHECK(lost.empty());
    for (const Code& code : shipped().codes) CHECK(targets.contains(code.id));
}

TEST_CASE("The page is well-formed: what is opened is closed") {
    const std::string page = html(shipped());
    std::vector<std::string> open;
    const std::set<std::string> empty_elements = {"meta"};
    std::string wrong;
    for (const std::string& tag : tags_of(page)) {
        if (empty_elements.contains(tag)) continue;
        if (!tag.starts_with('/'))
            open.push_back(tag);
        else if (!open.empty() && "/" + open.back() == tag)
            open.pop_back();
        else
            wrong += tag + " ";
    }
    CHECK(wrong.empty());
    CHECK(open.empty());
}

TEST_CASE("The Markdown says the same, with signs that mean only themselves") {
    const std::string page = markdown(codebook_of(small));
    CHECK(
        has(page, "<a id=\"body.arf\"></a>\n\n### ARF & friends (`body.arf`)\n\nA \\*forum\\* of \\[states\\].\n"));
    CHECK(has(page,
              "- English:\n  - `=ARF`, only in a sentence with `ASEAN` or `'regional forum'`; not before `of ...3 "
              "all`\n"));
    CHECK(has(page, "- every language: `{x}*`, `` a `b` c ``\n"));
    CHECK(has(page, "- \\<ARF\\> met.\n"));
    CHECK(has(page,
              "- `own.whole#first`: a sentence that has all of these, in English and French, within 9 words of "
              "each other, in this order:\n  1. a term of [`protect`](#@protect)\n"));
    const auto anchors = all_of(page, "<a id=\"([^\"]+)\"");
    for (const std::string& target : all_of(page, "\\]\\(#([^)]+)\\)")) CHECK(anchors.contains(target));
}

TEST_CASE("A pattern is written as it would be in a codebook") {
    for (const char* term : {"cyber ambassador", "'information security'", "=ITU report", "cyber* diplomacy",
                             "cyber * ambassador", "protect ...5 infrastructure", "'a b' c 'd'"}) {
        const auto patterns = expand_term(term);
        REQUIRE(patterns.size() == 1);
        CHECK(notation_of(patterns.front()) == term);
        CHECK(expand_term(notation_of(patterns.front())) == patterns);
    }
}

TEST_CASE("A term that stands for its forms only is shown in quotation marks") {
    const Codebook codebook = codebook_of(
        "families: [{id: t}]\n"
        "codes:\n"
        "  - {id: t, terms: {en: [{form: one two}, \"'three'\", four, \"five 'six'\"]}}\n");
    Lines terms;
    for (const Term& term : codebook.codes[0].terms) terms.push_back(notation_of(term));
    CHECK(terms == Lines{"'one two'", "'three'", "four", "five 'six'"});
}
