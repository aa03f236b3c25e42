// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "corpora/evaluation/comparison.hpp"

namespace demarche {

namespace {

// What each coder said of one sentence; null where the coder has not read it.
struct Readings {
    std::vector<const CodedSentence*> of_coder;
    std::vector<std::set<std::string>> codes;
    std::size_t cluster = 0;
};

std::vector<Readings> readings_of(const std::vector<const Coding*>& coders, const Scope& scope,
                                  const Clusters& clusters) {
    std::vector<Readings> sentences;
    std::map<std::string, std::size_t> place;
    for (std::size_t coder = 0; coder < coders.size(); ++coder)
        for (const CodedSentence& sentence : coders[coder]->sentences) {
            const auto [entry, is_new] = place.try_emplace(sentence.sid, sentences.size());
            if (is_new)
                sentences.push_back({std::vector<const CodedSentence*>(coders.size(), nullptr),
                                     std::vector<std::set<std::string>>(coders.size()), clusters.of(sentence.sid)});
            Readings& readings = sentences[entry->second];
            readings.of_coder[coder] = &sentence;
            for (const std::string& code : sentence.all_codes())
                if (scope.holds(code)) readings.codes[coder].insert(code);
        }
    return sentences;
}

class Table {
public:
    Table(const std::vector<const Coding*>& coders, const Scope& scope, const Clusters& clusters)
        : scope_(scope),
          coders_(coders.size()),
          clusters_(clusters.size()),
          sentences_(readings_of(coders, scope, clusters)) {}

    AgreementTable made(const Draws& draws) const {
        AgreementTable table;
        Ratings all(coders_, 2, clusters_);
        std::vector<Ratings> families(scope_.groups().size(), all);
        for (const std::string& code : codes_by_family()) {
            const Ratings ratings = ratings_of(code);
            all.add(ratings);
            for (std::size_t i = 0; i < families.size(); ++i)
                if (scope_.groups()[i].families.contains(scope_.family_of(code))) families[i].add(ratings);
            table.codes.push_back({code, 0, ratings.estimate(draws)});
        }
        table.all = {"all", 0, all.estimate(draws)};
        for (std::size_t i = 0; i < families.size(); ++i)
            table.families.push_back(
                {scope_.groups()[i].name, scope_.groups()[i].number, families[i].estimate(draws)});
        table.stance = {"stance", 0, stances().estimate(draws)};
        return table;
    }

private:
    std::vector<std::string> codes_by_family() const {
        std::map<std::string, std::set<std::string>> given;
        for (const Readings& sentence : sentences_)
            for (const std::set<std::string>& codes : sentence.codes)
                for (const std::string& code : codes) given[scope_.family_of(code)].insert(code);
        std::vector<std::string> sorted;
        for (const std::string& family : scope_.families())
            sorted.insert(sorted.end(), given[family].begin(), given[family].end());
        return sorted;
    }

    // Of every sentence: whether it carries the code.
    Ratings ratings_of(const std::string& code) const {
        Ratings ratings(coders_, 2, clusters_);
        std::vector<int> values(coders_);
        for (const Readings& sentence : sentences_) {
            for (std::size_t i = 0; i < coders_; ++i)
                values[i] = !sentence.of_coder[i] ? Ratings::missing : sentence.codes[i].contains(code) ? 1 : 0;
            ratings.add(values, sentence.cluster);
        }
        return ratings;
    }

    // Of every code with a stance that two coders or more gave to a sentence: which stance.
    Ratings stances() const {
        Ratings ratings(coders_, stance_count, clusters_);
        for (const Readings& sentence : sentences_) {
            std::set<std::string> codes;
            for (const std::set<std::string>& given : sentence.codes) codes.insert(given.begin(), given.end());
            for (const std::string& code : codes) {
                const std::vector<int> values = stances_of(sentence, code);
                if (std::count(values.begin(), values.end(), Ratings::missing) + 2 <=
                    static_cast<std::ptrdiff_t>(coders_))
                    ratings.add(values, sentence.cluster);
            }
        }
        return ratings;
    }

    std::vector<int> stances_of(const Readings& sentence, const std::string& code) const {
        std::vector<int> values(coders_, Ratings::missing);
        for (std::size_t i = 0; i < coders_; ++i) {
            if (!sentence.of_coder[i]) continue;
            const auto found = sentence.of_coder[i]->norms.find(code);
            if (found != sentence.of_coder[i]->norms.end()) values[i] = static_cast<int>(found->second);
        }
        return values;
    }

    const Scope& scope_;
    std::size_t coders_, clusters_;
    std::vector<Readings> sentences_;
};

}  // namespace

AgreementTable agreement_among(const std::vector<const Coding*>& coders, const Scope& scope,
                               const Clusters& clusters, const Draws& draws) {
    return Table(coders, scope, clusters).made(draws);
}

}  // namespace demarche
