// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace demarche {

// How differently two collections of texts speak of a thing: the keyness of corpus linguistics. `count` is how
// often the thing comes in the first collection, `size` how large that is (here: sentences), `other_...` the same
// of the second.

// Log-likelihood ratio G2 of the two frequencies, how sure it is that they differ:
//
//     2 * (O1 ln(O1/E1) + O2 ln(O2/E2)),  Ei = Ni (O1 + O2) / (N1 + N2)
//
// Dunning 1993, "Accurate methods for the statistics of surprise and coincidence"; in this form, of the two
// observed counts alone, Rayson and Garside 2000, "Comparing corpora using frequency profiling". 0 where nothing
// can be compared: a collection is empty, or the thing comes in neither.
//
// It takes mentions for independent of one another, which those of one document are not (Brezina and Meyerhoff
// 2014, "Significant or random?"): look at how many documents a difference rests on as well.
double log_likelihood(double count, double size, double other_count, double other_size) noexcept;

// How large the difference is: log2 of the ratio of the relative frequencies; 1 is twice as often, -1 half as
// often. Hardie 2014, "Log Ratio: an informal introduction", who counts half an instance where there is none so
// that "never" has a size too. Nothing where log_likelihood() has nothing to compare.
std::optional<double> log_ratio(double count, double size, double other_count, double other_size) noexcept;

// The same in percent of the second's relative frequency: 100 is twice as often, -50 half as often.
// Gabrielatos and Marchi 2011, "Keyness: matching metrics to definitions" (%DIFF). Nothing where the second has
// none.
std::optional<double> percent_difference(double count, double size, double other_count, double other_size) noexcept;

// The smallest of 0.05, 0.01, 0.001 and 0.0001 that a log-likelihood reaches: that often, at most, would chance
// alone make such a difference (chi-square with one degree of freedom: 3.84, 6.63, 10.83, 15.13). Nothing below.
std::optional<double> significance_of(double log_likelihood) noexcept;

// From here on a difference is called significant, p < 0.01: many codes are compared at once.
inline constexpr double significant_log_likelihood = 6.63;

}  // namespace demarche
