// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "corpora/model/span.hpp"

// A span has a begin and an end and is no container of anything: told to Catch here.
namespace Catch {

template <>
struct is_range<demarche::Span> {
    static const bool value = false;
};

template <>
struct StringMaker<demarche::Span> {
    static std::string convert(const demarche::Span& span) {
        return "[" + std::to_string(span.begin()) + ", " + std::to_string(span.end()) + ")";
    }
};

}  // namespace Catch
