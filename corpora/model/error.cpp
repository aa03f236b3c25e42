// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/error.hpp"

#include <utility>

namespace demarche {

std::string_view to_string(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::usage: return "usage";
        case ErrorKind::missing: return "missing";
        case ErrorKind::unreadable: return "unreadable";
        case ErrorKind::malformed: return "malformed";
        case ErrorKind::encrypted: return "encrypted";
        case ErrorKind::no_text: return "no_text";
        case ErrorKind::too_large: return "too_large";
        case ErrorKind::invalid: return "invalid";
        case ErrorKind::version: return "version";
        case ErrorKind::storage: return "storage";
    }
    return "unknown";
}

Error::Error(ErrorKind kind, std::string where, std::string what)
    : std::runtime_error(where.empty() ? what : where + ": " + what),
      kind_(kind),
      where_(std::move(where)),
      sentence_(std::move(what)) {}

Error Error::within(const std::string& outer) const {
    return {kind_, where_.empty() ? outer : outer + ": " + where_, sentence_};
}

}  // namespace demarche
