// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/comparison/trends.hpp"

#include <map>
#include <stdexcept>
#include <utility>

namespace demarche {

namespace {

int begin_of_period(int year, int years) {
    const int behind = year % years;
    return year - (behind < 0 ? behind + years : behind);
}

}  // namespace

TrendTable trends_of(const CodedStudy& study, int years) {
    if (years < 1) throw std::invalid_argument("a period has one year at least");
    TrendTable table;
    std::map<int, TrendPeriod> periods;
    for (std::size_t index = 0; index < study.documents().size(); ++index) {
        const ComparedDocument& document = study.documents()[index];
        if (!document.year) {
            ++table.documents_without_year;
            continue;
        }
        const int begin = begin_of_period(*document.year, years);
        TrendPeriod& period = periods[begin];
        period.from = begin;
        period.to = begin + years - 1;
        period.documents.push_back(index);
        if (document.is_failed) ++period.documents_failed;
        period.sentences += document.sentences;
    }
    for (auto& [begin, period] : periods) {
        for (std::size_t code = 0; code < study.codes().size(); ++code)
            period.cells.push_back(cell_of(study, period.documents, code));
        table.periods.push_back(std::move(period));
    }
    return table;
}

}  // namespace demarche
