// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/xml_stream.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <exception>
#include <istream>
#include <memory>
#include <utility>

namespace demarche::lint {

namespace {

using Report = std::function<void(const XmlProblem&)>;

bool continues(char byte) noexcept {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Bytes of the character that begins `rest`, by its first byte; 0 for a byte that begins none.
std::size_t announced_length(unsigned char first) noexcept {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

// The code point of a whole character, or nothing for overlong forms, surrogates and what is beyond Unicode.
std::optional<std::uint32_t> code_point(std::string_view character) {
    const auto byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(character[at])}; };
    if (character.size() == 1) return byte(0);
    std::uint32_t point = byte(0) & (0x7FU >> character.size());
    for (std::size_t at = 1; at < character.size(); ++at) {
        if (!continues(character[at])) return std::nullopt;
        point = point << 6U | (byte(at) & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[character.size()] || (point >= 0xD800 && point <= 0xDFFF) || point > 0x10FFFF)
        return std::nullopt;
    return point;
}

bool is_forbidden(std::uint32_t point) noexcept {
    return (point < 0x20 && point != '\t' && point != '\n' && point != '\r') || point == 0xFFFE || point == 0xFFFF;
}

// Finds what must not stand in an XML file of UTF-8, piece by piece, and puts blanks in its place.
class Sieve {
public:
    explicit Sieve(const Report& report) : report_(report) {}

    // `piece` with what was left of the one before; what may be half a character is kept for the next.
    std::string pass(std::string_view piece, bool is_last) {
        std::string text = std::exchange(left_, {});
        text += piece;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t length = announced_length(static_cast<unsigned char>(text[at]));
            if (length > text.size() - at && !is_last) break;
            at += look_at(text, at, std::min(length, text.size() - at));
        }
        left_ = text.substr(at);
        text.resize(at);
        return text;
    }

private:
    // Returns the bytes that were looked at, at least one.
    std::size_t look_at(std::string& text, std::size_t at, std::size_t length) {
        if (text[at] == '\n') ++line_;
        const auto byte = static_cast<unsigned char>(text[at]);
        const auto point = length == 0 ? std::nullopt : code_point({text.data() + at, length});
        if (!point || (length == 1 && byte >= 0x80)) {
            report_({line_, fmt::format("the byte {:02X} is no UTF-8", byte)});
            text[at] = ' ';
            return 1;
        }
        if (is_forbidden(*point)) {
            report_({line_, fmt::format("the character U+{:04X}", *point)});
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
        }
        return length;
    }

    const Report& report_;
    std::string left_;
    std::uint64_t line_ = 1;
};

struct Parsing {
    XML_Parser parser = nullptr;
    XmlHandler* handler = nullptr;
    const Report* on_encoding = nullptr;
    XmlAttributes attributes;   // kept for its memory
    std::exception_ptr thrown;  // by the handler: must not run through Expat, which is C

    template <typename Call>
    void guarded(Call call) {
        if (thrown) return;
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void on_start(void* data, const XML_Char* name, const XML_Char** pairs) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] {
        parsing.attributes.clear();
        for (const XML_Char** pair = pairs; *pair != nullptr; pair += 2)
            parsing.attributes.push_back({pair[0], pair[1]});
        parsing.handler->start(name, parsing.attributes, XML_GetCurrentLineNumber(parsing.parser));
    });
}

void on_end(void* data, const XML_Char* name) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] { parsing.handler->end(name); });
}

void on_text(void* data, const XML_Char* text, int length) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] { parsing.handler->text({text, static_cast<std::size_t>(length)}); });
}

void on_declaration(void* data, const XML_Char* /*version*/, const XML_Char* encoding, int /*standalone*/) {
    auto& parsing = *static_cast<Parsing*>(data);
    if (encoding == nullptr) return;
    std::string name = encoding;
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    if (name == "utf-8") return;
    parsing.guarded([&] {
        (*parsing.on_encoding)(
            {XML_GetCurrentLineNumber(parsing.parser), fmt::format("the file says that it is in {}", encoding)});
    });
}

// What the first bytes say: another encoding is left to Expat.
bool looks_like_utf8(std::string_view beginning) {
    if (beginning.substr(0, 2) == "\xFE\xFF" || beginning.substr(0, 2) == "\xFF\xFE") return false;
    if (beginning.substr(0, 5) != "<?xml") return true;
    const std::string_view declaration = beginning.substr(0, beginning.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return true;
    std::string rest(declaration.substr(at));
    std::transform(rest.begin(), rest.end(), rest.begin(), [](unsigned char c) { return std::tolower(c); });
    return rest.find("utf-8") != std::string::npos || rest.find("ascii") != std::string::npos;
}

}  // namespace

std::optional<std::string_view> value_of(const XmlAttributes& attributes, std::string_view name) noexcept {
    for (const XmlAttribute& attribute : attributes)
        if (attribute.name == name) return attribute.value;
    return std::nullopt;
}

std::optional<XmlProblem> read_xml(std::istream& in, XmlHandler& handler, const Report& on_character,
                                   const Report& on_encoding) {
    struct Free {
        void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
    };
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser(XML_ParserCreate(nullptr));
    if (!parser) throw std::bad_alloc();
    Parsing parsing{parser.get(), &handler, &on_encoding, {}, {}};
    XML_SetUserData(parser.get(), &parsing);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetXmlDeclHandler(parser.get(), on_declaration);

    Sieve sieve(on_character);
    std::string piece(std::size_t{1} << 16U, '\0');
    std::optional<bool> is_utf8;
    for (bool is_last = false; !is_last;) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        const std::string_view got(piece.data(), static_cast<std::size_t>(in.gcount()));
        is_last = !in;
        if (!is_utf8) is_utf8 = looks_like_utf8(got);
        const std::string text = *is_utf8 ? sieve.pass(got, is_last) : std::string(got);
        const XML_Status status =
            XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), is_last ? XML_TRUE : XML_FALSE);
        if (parsing.thrown) std::rethrow_exception(parsing.thrown);
        if (status == XML_STATUS_ERROR)
            return XmlProblem{XML_GetCurrentLineNumber(parser.get()),
                              XML_ErrorString(XML_GetErrorCode(parser.get()))};
    }
    return std::nullopt;
}

}  // namespace demarche::lint
