// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/guideline_scores.hpp"

#include <algorithm>
#include <utility>

namespace demarche {

namespace {

// Unknown as soon as one of the codes that would meet it is.
ItemScore score_item(const CodedStudy& study, const ComparedUnit& unit, const GuidelineItem& item) {
    ItemScore made;
    bool is_unknown = false;
    for (std::size_t code = 0; code < study.codes().size(); ++code) {
        if (!is_met_by(item, study.codes()[code].id)) continue;
        const CodeCell cell = cell_of(study, unit.documents, code);
        made.mentions += cell.mentions;
        if (cell.mentions > 0) made.codes.push_back(code);
        is_unknown = is_unknown || cell.presence() == Presence::unknown;
    }
    if (made.mentions > 0)
        made.presence = Presence::present;
    else if (is_unknown)
        made.presence = Presence::unknown;
    return made;
}

GuidelineScore score_unit(const CodedStudy& study, const ComparedUnit& unit, const Guideline& guideline) {
    GuidelineScore made;
    for (const GuidelineItem& item : guideline.items) {
        made.items.push_back(score_item(study, unit, item));
        if (made.items.back().presence == Presence::present) ++made.met;
        if (made.items.back().presence == Presence::unknown) ++made.unknown;
    }
    if (unit.documents_read == 0 || guideline.items.empty()) return made;
    const auto items = static_cast<double>(guideline.items.size());
    made.score = static_cast<double>(made.met) / items;
    made.score_at_most = static_cast<double>(made.met + made.unknown) / items;
    return made;
}

}  // namespace

std::vector<GuidelineScore> score(const CodedStudy& study, const std::vector<ComparedUnit>& units,
                                  const Guideline& guideline) {
    std::vector<GuidelineScore> scores;
    scores.reserve(units.size());
    for (const ComparedUnit& unit : units) scores.push_back(score_unit(study, unit, guideline));
    return scores;
}

std::vector<std::string> codes_of(const Guideline& guideline, const Codebook& codebook) {
    std::vector<std::string> codes;
    for (const Code& code : codebook.codes) {
        const bool is_wanted = std::any_of(guideline.items.begin(), guideline.items.end(),
                                           [&](const GuidelineItem& item) { return is_met_by(item, code.id); });
        if (is_wanted) codes.push_back(code.id);
    }
    return codes;
}

}  // namespace demarche
