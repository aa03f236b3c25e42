// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/evaluation/scope.hpp"

#include <algorithm>
#include <utility>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

Error no_family(const Codebook& codebook, const std::string& name) {
    std::string known;
    for (const Family& family : codebook.families) {
        if (!known.empty()) known += ", ";
        known += family.id;
    }
    return {ErrorKind::usage, "",
            "the codebook has no family \"" + name + "\"; it has " + known +
                "; a family's number or `all` will do too"};
}

}  // namespace

Scope::Scope(const Codebook& codebook) {
    for (const Code& code : codebook.codes) family_of_code_.emplace(code.id, code.family);
    for (const Family& family : codebook.families) known_families_.insert(family.id);
}

Scope Scope::up_to(const Codebook& codebook, int last) {
    Scope scope(codebook);
    for (const Family& family : codebook.families)
        if (family.number >= 1 && family.number <= last) scope.compare(family);
    scope.make_groups();
    return scope;
}

Scope Scope::all_in(const Codebook& codebook, const std::vector<Coding>& codings) {
    Scope scope(codebook);
    std::set<std::string> used;
    for (const Coding& coding : codings)
        for (const CodedSentence& sentence : coding.sentences)
            for (const std::string& code : sentence.all_codes()) used.insert(scope.family_of(code));
    for (const Family& family : codebook.families)
        if (used.contains(family.id)) scope.compare(family);
    for (const std::string& family : used)
        if (!scope.known_families_.contains(family)) scope.compare({family, "", 0, ""});
    scope.make_groups();
    return scope;
}

Scope Scope::named(const Codebook& codebook, const std::vector<std::string>& names) {
    Scope scope(codebook);
    for (const std::string& name : names) {
        bool is_found = false;
        for (const Family& family : codebook.families) {
            if (family.id != name && std::to_string(family.number) != name) continue;
            is_found = true;
            const bool is_new = std::none_of(scope.chosen_.begin(), scope.chosen_.end(),
                                             [&](const Family& chosen) { return chosen.id == family.id; });
            if (is_new) scope.compare(family);
        }
        if (!is_found) throw no_family(codebook, name);
    }
    scope.make_groups();
    return scope;
}

void Scope::make_groups() {
    // Families that the codebook does not know come last.
    const auto place = [](const Family& family) { return std::pair(family.number == 0, family.number); };
    std::stable_sort(chosen_.begin(), chosen_.end(),
                     [&](const Family& a, const Family& b) { return place(a) < place(b); });
    for (std::size_t begin = 0, end = 0; begin < chosen_.size(); begin = end) {
        FamilyGroup together{"", chosen_[begin].number, {}};
        for (end = begin; end < chosen_.size() && chosen_[end].number == together.number; ++end) {
            together.name += (together.name.empty() ? "" : ", ") + chosen_[end].id;
            together.families.insert(chosen_[end].id);
            compared_.insert(chosen_[end].id);
        }
        if (together.number > 0) groups_.push_back(together);
        if (together.number > 0 && end - begin == 1) continue;
        for (std::size_t i = begin; i < end; ++i)
            groups_.push_back({chosen_[i].id, chosen_[i].number, {chosen_[i].id}});
    }
}

std::vector<std::string> Scope::families() const {
    std::vector<std::string> families;
    for (const Family& family : chosen_) families.push_back(family.id);
    return families;
}

std::string Scope::family_of(const std::string& code) const {
    if (const auto found = family_of_code_.find(code); found != family_of_code_.end()) return found->second;
    std::string begin = code;
    while (!known_families_.contains(begin)) {
        const std::size_t stop = begin.rfind('.');
        if (stop == std::string::npos) return code.substr(0, code.find('.'));
        begin.erase(stop);
    }
    return begin;
}

}  // namespace demarche
