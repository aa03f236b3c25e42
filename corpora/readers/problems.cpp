// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/problems.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace demarche {

namespace {

constexpr std::size_t most_listed = 20;

std::string place_of(const Problem& problem) {
    if (problem.place.line == 0) return problem.place.file;
    return problem.place.file + ": line " + std::to_string(problem.place.line);
}

// Letters to insert, drop, replace or swap with their neighbour to make one word of the other.
std::size_t edits_between(std::string_view one, std::string_view other) {
    std::vector<std::size_t> before_last(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> current(other.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            current[j] = std::min({replaced, last[j] + 1, current[j - 1] + 1});
            const bool is_swap = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (is_swap) current[j] = std::min(current[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[other.size()];
}

}  // namespace

std::string to_string(const Problem& problem) {
    const std::string place = place_of(problem);
    return place.empty() ? problem.what : place + ": " + problem.what;
}

bool has_errors(const std::vector<Problem>& problems) noexcept {
    return std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return !p.is_warning; });
}

Error as_error(const std::string& name, const std::vector<Problem>& problems) {
    std::vector<const Problem*> errors;
    std::set<std::string> files;
    for (const Problem& problem : problems) {
        if (problem.is_warning) continue;
        errors.push_back(&problem);
        files.insert(problem.place.file);
    }
    if (errors.empty()) throw std::logic_error("as_error: nothing but warnings");
    if (errors.size() == 1) return {ErrorKind::invalid, place_of(*errors.front()), errors.front()->what};

    std::string sentence = std::to_string(errors.size()) + " mistakes:";
    for (std::size_t at = 0; at < std::min(errors.size(), most_listed); ++at) {
        Problem shown = *errors[at];
        if (files.size() == 1 && shown.place.line > 0) {
            shown.what = "line " + std::to_string(shown.place.line) + ": " + shown.what;
            shown.place = {};
        } else if (files.size() == 1) {
            shown.place = {};
        }
        sentence += "\n  " + to_string(shown);
    }
    if (errors.size() > most_listed) sentence += "\n  and " + std::to_string(errors.size() - most_listed) + " more";
    return {ErrorKind::invalid, files.size() == 1 ? *files.begin() : name, sentence};
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t short_word = 7;
    constexpr std::size_t shortest_beginning = 3;
    std::optional<std::string> best;
    std::size_t fewest = word.size() < short_word ? 2 : 3;  // one more than is allowed
    for (const std::string& candidate : candidates) {
        std::size_t edits = edits_between(word, candidate);
        // "lang" for "language": a beginning is meant, but anything nearer is meant more
        if (edits > 1 && word.size() >= shortest_beginning && candidate.starts_with(word)) edits = 1;
        // A word of one or two letters is one edit away from too much.
        if (edits < fewest && edits < std::max<std::size_t>(word.size(), 2) - 1) {
            fewest = edits;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto meant = nearest(word, candidates);
    return meant ? "; did you mean '" + *meant + "'?" : std::string();
}

}  // namespace demarche
