// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpora/model/codebook.hpp"
#include "corpora/model/error.hpp"

namespace demarche {

// A mistake in a user's file. Readers collect all that they find, so that a
// file is mended in one go and not one error message at a time.
struct Problem {
    EntryPlace place;  // line 0: the file as a whole
    bool is_warning = false;
    std::string what;  // the mistake and what to do about it
};

// "body.yaml: line 12: ..."
std::string to_string(const Problem& problem);

// What could be read of a file, and what is wrong with it. When an error is
// among the problems, the value is what was left after leaving out its entry.
template <typename Value>
struct Checked {
    Value value;
    std::vector<Problem> problems;
};

bool has_errors(const std::vector<Problem>& problems) noexcept;

// One Error{invalid} that names every error among `problems` (the first twenty
// in full; warnings are left out). At least one must be an error.
//
// name  of what was read, the Error's place when the errors stand in several files or lines
Error as_error(const std::string& name, const std::vector<Problem>& problems);

// The value, or as_error() if there are errors.
template <typename Value>
Value value_or_throw(Checked<Value> checked, const std::string& name) {
    if (has_errors(checked.problems)) throw as_error(name, checked.problems);
    return std::move(checked.value);
}

// The candidate that was most likely meant by a mistyped word: one edit away
// (two in words of seven letters and more), or one that `word` begins.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

// "; did you mean 'state'?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace demarche
