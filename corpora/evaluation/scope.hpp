// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/coded_sentence.hpp"

namespace demarche {

// Families whose figures are told together: one, or those that share a number in the coding scheme.
struct FamilyGroup {
    std::string name;  // "norm, law, cbm"
    int number = 0;    // 0: the codebook does not know the family
    std::set<std::string> families;
};

// Which codes are compared. The rest is as if nobody had given it.
class Scope {
public:
    // The families of the codebook with a number from 1 to `last`.
    static Scope up_to(const Codebook& codebook, int last);
    // Every family that one of the codings has a code of, in the codebook or not.
    static Scope all_in(const Codebook& codebook, const std::vector<Coding>& codings);
    // Those named, by id ("norm") or number ("4": all that have it).
    // throws  Error{usage} for a name that is neither
    static Scope named(const Codebook& codebook, const std::vector<std::string>& names);

    // In order of number and of the codebook. A number that several families have comes
    // as one group, and then each of them as a group.
    const std::vector<FamilyGroup>& groups() const noexcept { return groups_; }
    // The same families, each once.
    std::vector<std::string> families() const;

    bool holds(const std::string& code) const { return compared_.contains(family_of(code)); }
    // Of a code that the codebook does not have: the longest family that its id
    // begins with ("body" for body.new), otherwise what stands before the first full stop.
    std::string family_of(const std::string& code) const;
    bool is_known(const std::string& code) const { return family_of_code_.contains(code); }

private:
    explicit Scope(const Codebook& codebook);
    void compare(const Family& family) { chosen_.push_back(family); }
    void make_groups();

    std::map<std::string, std::string> family_of_code_;
    std::set<std::string> known_families_;
    std::vector<Family> chosen_;
    std::set<std::string> compared_;
    std::vector<FamilyGroup> groups_;
};

}  // namespace demarche
