// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/exports/labels.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>

#include "graphs/characters.hpp"

namespace demarche {

std::string one_line(const std::string& text) {
    std::string line;
    for (const char character : exchangeable(text)) {
        if (character != ' ' && character != '\t' && character != '\n' && character != '\r')
            line += character;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::vector<std::string> unique_labels(const Network& network) {
    std::vector<std::string> labels;
    std::unordered_map<std::string, int> uses;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        labels.push_back(one_line(network[vertex].label));
        if (labels.back().empty()) labels.back() = one_line(network[vertex].id);
        ++uses[labels.back()];
    }
    std::unordered_set<std::string> taken;
    for (const NetworkVertex vertex : boost::make_iterator_range(boost::vertices(network))) {
        std::string& label = labels[vertex];
        if (uses[label] > 1) label = fmt::format("{} ({})", label, one_line(network[vertex].id));
        // Somebody's label may look like that of another with its id.
        const std::string wanted = label;
        for (int number = 2; !taken.insert(label).second; ++number) label = fmt::format("{} [{}]", wanted, number);
    }
    return labels;
}

}  // namespace demarche
