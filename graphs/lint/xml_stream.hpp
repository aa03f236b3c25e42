// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::lint {

// An XML file as a stream of events with line numbers, in memory that does not grow with the file.
//
// Expat rather than pugixml: a file may have hundreds of megabytes, a document tree takes several times that, and
// pugixml has no line numbers and lets broken files pass. Expat is strict, and is what Python, and so NetworkX,
// reads with. Entities from outside are not followed, and Expat bounds those from inside.

struct XmlAttribute {
    std::string_view name;  // as written, with its prefix
    std::string_view value;
};

using XmlAttributes = std::vector<XmlAttribute>;

// Nothing when there is none of that name.
std::optional<std::string_view> value_of(const XmlAttributes& attributes, std::string_view name) noexcept;

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    // Names are as written, with their prefixes. Views last as long as the call.
    virtual void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view part) = 0;  // of the innermost element; may come in pieces
};

struct XmlProblem {
    std::uint64_t line = 0;
    std::string what;
};

// Reads to the end. Characters that XML forbids and bytes that are no UTF-8 are reported to `on_character` and read
// as blanks, so that what follows is looked at all the same. `on_encoding` gets the declared encoding if it is not
// UTF-8. returns  where and why the file is not well-formed, with nothing read after that; nothing if it is
std::optional<XmlProblem> read_xml(std::istream& in, XmlHandler& handler,
                                   const std::function<void(const XmlProblem&)>& on_character,
                                   const std::function<void(const XmlProblem&)>& on_encoding);

}  // namespace demarche::lint
