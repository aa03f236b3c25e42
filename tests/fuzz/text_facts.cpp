// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "corpora/model/utf8.hpp"
#include "extractors/text/cleaner.hpp"
#include "extractors/text/facts.hpp"
#include "tests/fuzz/page_notation.hpp"

// Whatever a file is called and says of itself: the state worked out is one of the catalogue, the year one of this
// age, the title a text of one line; what the manifest says stays. The input is the file's name, the title and the
// year of its metadata, each on a line, and its pages.

namespace {

using demarche::Catalogue;
using demarche::DocumentFacts;
using demarche::Fact;
using demarche::Provenance;

void require(bool holds) {
    if (!holds) std::abort();
}

const Catalogue& three_states() {
    static const Catalogue states = [] {
        Catalogue made(3);
        made[0].iso3 = "AUS", made[0].name = {{"en", "Australia"}}, made[0].adjectives = {{"en", {"Australian"}}};
        made[1].iso3 = "CIV", made[1].name = {{"en", "Côte d’Ivoire"}, {"fr", "Côte d’Ivoire"}};
        made[2].iso3 = "TCD", made[2].name = {{"en", "Chad"}, {"fr", "Tchad"}, {"es", "Chad"}};
        return made;
    }();
    return states;
}

std::string_view next_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

void check_worked_out(const DocumentFacts& facts) {
    require(!facts.issuer && !facts.revises);
    if (facts.state)
        require(std::any_of(three_states().begin(), three_states().end(),
                            [&](const auto& state) { return state.iso3 == facts.state->value; }));
    if (facts.year) require(facts.year->value >= 1990 && facts.year->value <= 2099);
    if (facts.title) {
        require(!facts.title->value.empty() && !demarche::first_invalid_utf8(facts.title->value));
        require(facts.title->value.find('\n') == std::string::npos);
    }
    if (facts.language) require(!facts.language->value.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const std::string file_name(next_line(rest));
    const std::string title = demarche::with_valid_utf8(next_line(rest));
    const int year = std::atoi(std::string(next_line(rest)).c_str());
    const auto cleaned = demarche::clean(demarche::PageNotation(rest).pages());
    const demarche::FactEvidence evidence{file_name, cleaned.text, title, year};
    double confidence = -1;
    check_worked_out(demarche::complete_facts({}, evidence, three_states(), confidence));
    require(confidence >= 0 && confidence <= 1);

    DocumentFacts declared;
    declared.state = Fact<std::string>{"INT", Provenance::manifest};
    declared.year = Fact<int>{1234, Provenance::manifest};
    declared.title = Fact<std::string>{"", Provenance::manifest};
    declared.language = Fact<std::string>{"en", Provenance::manifest};
    require(demarche::complete_facts(declared, evidence, three_states(), confidence) == declared);
    return 0;
}
