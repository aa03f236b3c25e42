// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/lint/lint.hpp"

namespace demarche::lint {

// The times of one node or edge of a GEXF file.
class SpellCheck {
public:
    explicit SpellCheck(Report& report) : report_(report) {}

    // "date", "dateTime", "double" ...: of the graph.
    void use_format(std::string_view format) { format_ = format; }
    void begin(const std::string& owner);
    // One without a start has begun ever since, one without an end never ends.
    void spell(std::optional<std::string_view> start, std::optional<std::string_view> end, std::uint64_t line);
    // Reports the spells of the present item that overlap.
    void finish();

private:
    struct Bounds {
        double start, end;
        std::uint64_t line;
    };

    std::optional<double> time(std::string_view text, std::uint64_t line);

    Report& report_;
    std::string format_ = "double";
    std::string owner_;
    std::vector<Bounds> spells_;
};

}  // namespace demarche::lint
