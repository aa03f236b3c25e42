// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/table_source.hpp"

#include <algorithm>
#include <stdexcept>

namespace demarche {

const StudyDocument& document_of(const TableSource& source, const std::string& id) {
    const auto found =
        std::lower_bound(source.documents.begin(), source.documents.end(), id,
                         [](const StudyDocument& left, const std::string& right) { return left.id < right; });
    if (found == source.documents.end() || found->id != id)
        throw std::logic_error("no document " + id + " among those to be exported");
    return *found;
}

}  // namespace demarche
