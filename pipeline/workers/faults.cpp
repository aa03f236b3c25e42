// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/workers/faults.hpp"

namespace demarche {

Failure took_too_long(const ReadingLimits& limits) {
    return {ErrorKind::too_large, "",
            "took longer than " + std::to_string(limits.timeout.count()) +
                " s; if it is worth more, run again with a higher --timeout"};
}

Failure needs_more_memory(const ReadingLimits& limits) {
    return {ErrorKind::too_large, "",
            "needs more memory than " + std::to_string(limits.memory) +
                " MiB; if it is worth more, run again with a higher --memory"};
}

Failure holds_too_many_pages(const ReadingLimits& limits) {
    return {ErrorKind::too_large, "",
            "has more than " + std::to_string(limits.pages) + " pages; split it into parts and run again"};
}

Failure holds_too_much_text(const ReadingLimits& limits) {
    return {ErrorKind::too_large, "",
            "holds more text than " + std::to_string(limits.words) + " words or " +
                std::to_string(limits.letters >> 20U) + " MiB; split it into parts and run again"};
}

Failure crashed_its_reader(const std::string& how) {
    return {ErrorKind::malformed, "",
            "made its reader crash (" + how + "); repair it (for example with qpdf or mutool clean) and run again"};
}

Failure made_its_reader_talk_nonsense(const std::string& what) {
    return {ErrorKind::malformed, "",
            "made its reader answer nonsense (" + what +
                "); repair it (for example with qpdf or mutool clean) and run again"};
}

Failure was_killed_from_outside() {
    return {
        ErrorKind::unreadable, "",
        "the process that read it was killed, perhaps because memory ran out; run again, with fewer --jobs if it "
        "happens again"};
}

}  // namespace demarche
