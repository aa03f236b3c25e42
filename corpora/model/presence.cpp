// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/model/presence.hpp"

namespace demarche {

std::string_view to_string(Presence presence) noexcept {
    switch (presence) {
        case Presence::present: return "present";
        case Presence::absent: return "absent";
        case Presence::unknown: return "unknown";
    }
    return "unknown";
}

}  // namespace demarche
