// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every struct is listed once, in fields(), which serves both directions: what
// is written is what is read. Its structured binding names every member, so a member
// that is added and not listed is an error of the compiler.
#include "pipeline/workers/message.hpp"

#include <bit>
#include <concepts>
#include <cstring>
#include <type_traits>
#include <utility>

#include "corpora/model/utf8.hpp"

namespace demarche {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are written as they lie in memory");

// --- the fields of each struct: the one place to add a new one ---

void fields(auto& archive, auto& box) requires std::same_as<std::remove_cvref_t<decltype(box)>, Box> {
    auto& [x0, y0, x1, y1] = box;
    archive(x0, y0, x1, y1);
}

void fields(auto& archive, auto& font) requires std::same_as<std::remove_cvref_t<decltype(font)>, Font> {
    auto& [name, bold, italic] = font;
    archive(name, bold, italic);
}

void fields(auto& archive, auto& word) requires std::same_as<std::remove_cvref_t<decltype(word)>, Word> {
    auto& [begin, length, box, size, font, rotation, space_after, starts_line, starts_block, confidence] = word;
    archive(begin, length, box, size, font, rotation, space_after, starts_line, starts_block, confidence);
}

void fields(auto& archive, auto& page) requires std::same_as<std::remove_cvref_t<decltype(page)>, Page> {
    auto& [number, of, width, height, status, fonts, text, words, has_wrong_text_layer, awaits_ocr, remark] = page;
    archive(number, of, width, height, status, fonts, text, words, has_wrong_text_layer, awaits_ocr, remark);
}

void fields(auto& archive,
            auto& greeting) requires std::same_as<std::remove_cvref_t<decltype(greeting)>, Greeting> {
    auto& [missing_layers] = greeting;
    archive(missing_layers);
}

void fields(auto& archive,
            auto& options) requires std::same_as<std::remove_cvref_t<decltype(options)>, ReadingOptions> {
    auto& [language, ocr, puts_ocr_off, pages, text_seen, ocr_pack] = options;
    archive(language, ocr, puts_ocr_off, pages, text_seen, ocr_pack);
}

void fields(auto& archive,
            auto& request) requires std::same_as<std::remove_cvref_t<decltype(request)>, ReadRequest> {
    auto& [options, size, seconds] = request;
    archive(options, size, seconds);
}

void fields(auto& archive, auto& file) requires std::same_as<std::remove_cvref_t<decltype(file)>, FileDescription> {
    auto& [title, year_created, ocr_pack] = file;
    archive(title, year_created, ocr_pack);
}

void fields(auto& archive, auto& end) requires std::same_as<std::remove_cvref_t<decltype(end)>, EndOfFile> {
    auto& [file, is_worn] = end;
    archive(file, is_worn);
}

void fields(auto& archive, auto& failure) requires std::same_as<std::remove_cvref_t<decltype(failure)>, Failure> {
    auto& [kind, where, what] = failure;
    archive(kind, where, what);
}

// A number from the wire may be none of an enumeration's; without `default`, so that the
// compiler asks for a new enumerator.
bool is_known(PageStatus status) {
    switch (status) {
        case PageStatus::text:
        case PageStatus::ocr:
        case PageStatus::blank:
        case PageStatus::picture:
        case PageStatus::wrong_text: return true;
    }
    return false;
}

bool is_known(OcrMode mode) {
    switch (mode) {
        case OcrMode::automatic:
        case OcrMode::never:
        case OcrMode::always: return true;
    }
    return false;
}

bool is_known(ErrorKind kind) {
    return kind <= ErrorKind::storage;  // the last one
}

// --- both directions ---

template <typename Value>
concept Plain = std::floating_point<Value> ||(std::integral<Value> && !std::same_as<Value, bool>);

class Encoder {
public:
    explicit Encoder(std::string& out) : out_(out) {}

    template <typename... Values>
    void operator()(const Values&... values) {
        (put(values), ...);
    }

private:
    template <typename Value>
    void put(const Value& value) {
        if constexpr (std::is_enum_v<Value> || std::same_as<Value, bool>)
            out_.push_back(static_cast<char>(value));
        else if constexpr (Plain<Value>)
            out_.append(reinterpret_cast<const char*>(&value), sizeof value);
        else
            fields(*this, value);
    }
    void put(const std::string& text) {
        put_count(text.size());
        out_.append(text);
    }
    template <typename Value>
    void put(const std::vector<Value>& values) {
        put_count(values.size());
        for (const Value& value : values) put(value);
    }
    template <typename Value>
    void put(const std::optional<Value>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    void put_count(std::size_t count) {
        if (count > longest_body) throw std::length_error("a message that is too long");
        put(static_cast<std::uint32_t>(count));
    }

    std::string& out_;
};

template <typename Value>
std::string encoded(const Value& value) {
    std::string bytes;
    Encoder encoder(bytes);
    encoder(value);
    return bytes;
}

class Decoder {
public:
    explicit Decoder(std::string_view body) : body_(body) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (take(values), ...);
    }
    bool is_at_end() const noexcept { return body_.empty(); }

private:
    std::string_view bytes(std::size_t count) {
        if (count > body_.size()) throw BadMessage("a message ends within a field");
        const std::string_view part = body_.substr(0, count);
        body_.remove_prefix(count);
        return part;
    }

    template <typename Value>
    void take(Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            value = static_cast<Value>(static_cast<unsigned char>(bytes(1).front()));
            if (!is_known(value)) throw BadMessage("a value that an enumeration does not have");
        } else if constexpr (std::same_as<Value, bool>) {
            const char byte = bytes(1).front();
            if (byte != 0 && byte != 1) throw BadMessage("a truth value that is neither");
            value = byte == 1;
        } else if constexpr (Plain<Value>) {
            std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
        } else {
            fields(*this, value);
        }
    }
    void take(std::string& text) { text = bytes(count()); }
    // A count that lies is found out before anything is allocated: an element in
    // memory is at most some ten times its least number of bytes here.
    template <typename Value>
    void take(std::vector<Value>& values) {
        static const std::size_t least = encoded(Value()).size();
        const std::size_t size = count();
        if (size > body_.size() / least) throw BadMessage("a list that is longer than its message");
        values.reserve(size);
        for (std::size_t i = 0; i < size; ++i) take(values.emplace_back());
    }
    template <typename Value>
    void take(std::optional<Value>& value) {
        bool is_there = false;
        take(is_there);
        if (is_there) take(value.emplace());
    }
    std::size_t count() {
        std::uint32_t count = 0;
        take(count);
        if (count > body_.size()) throw BadMessage("a count that is larger than its message");
        return count;
    }

    std::string_view body_;
};

// --- what later passes rely on ---

void require(bool holds, const char* what) {
    if (!holds) throw BadMessage(what);
}

void require_utf8(std::string_view text) {
    require(!first_invalid_utf8(text), "a text that is not UTF-8");
}

bool is_code_point_boundary(const std::string& text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(const Page& page) {
    require_utf8(page.text);
    require_utf8(page.remark);
    for (const Word& word : page.words) {
        const std::size_t end = std::size_t{word.begin} + word.length;
        require(word.length > 0 && end <= page.text.size(), "a word outside its page's text");
        require(is_code_point_boundary(page.text, word.begin) && is_code_point_boundary(page.text, end),
                "a word that begins or ends within a letter");
        require(word.font < page.fonts.size() || (page.fonts.empty() && word.font == 0),
                "a word in a font that its page does not have");
        require(word.rotation < 4, "a word turned by more than a circle");
    }
}
void check(const EndOfFile& end) {
    if (end.file.title) require_utf8(*end.file.title);
    require_utf8(end.file.ocr_pack);
}
void check(const Failure& failure) {
    require_utf8(failure.where);
    require_utf8(failure.what);
}
void check(const Greeting& greeting) {
    for (const std::string& layer : greeting.missing_layers) require_utf8(layer);
}
void check(const ReadRequest&) {}

// --- the frame ---

constexpr std::size_t head_size = 8;

// Finds bytes that were lost, doubled or changed by accident; eight at a time,
// because pages are long and a CRC would cost more than reading the words does here.
std::uint32_t checksum(std::string_view bytes) {
    std::uint64_t sum = 0x9E3779B97F4A7C15U ^ bytes.size();
    const auto mix = [&](std::uint64_t block) {
        sum = (sum ^ block) * 0xD6E8FEB86659FD93U;
        sum ^= sum >> 32U;
    };
    while (bytes.size() >= sizeof(std::uint64_t)) {
        std::uint64_t block = 0;
        std::memcpy(&block, bytes.data(), sizeof block);
        mix(block);
        bytes.remove_prefix(sizeof block);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, bytes.data(), bytes.size());
    mix(rest);
    return static_cast<std::uint32_t>(sum ^ (sum >> 32U));
}

// Fills in the head of a frame whose body is there.
void write_head(std::string& frame) {
    const std::string_view body = std::string_view(frame).substr(head_size);
    if (body.size() > longest_body) throw std::length_error("a message that is too long");
    const std::uint32_t head[] = {static_cast<std::uint32_t>(body.size()), checksum(body)};
    static_assert(sizeof head == head_size);
    std::memcpy(frame.data(), head, sizeof head);
}

template <typename Kind>
Message decode_as(std::string_view fields_of_it) {
    Kind value;
    Decoder decoder(fields_of_it);
    decoder(value);
    require(decoder.is_at_end(), "a message that is longer than its fields");
    check(value);
    return value;
}

template <std::size_t... Indices>
Message decode_kind(std::size_t kind, std::string_view rest, std::index_sequence<Indices...>) {
    using Decode = Message (*)(std::string_view);
    constexpr Decode decoders[] = {&decode_as<std::variant_alternative_t<Indices, Message>>...};
    require(kind < sizeof...(Indices), "a message of no known kind");
    return decoders[kind](rest);
}

Message decode(std::string_view body) {
    return decode_kind(static_cast<unsigned char>(body.front()), body.substr(1),
                       std::make_index_sequence<std::variant_size_v<Message>>());
}

}  // namespace

std::string encode(const Message& message) {
    std::string frame(head_size, '\0');
    if (const Page* page = std::get_if<Page>(&message))
        frame.reserve(256 + page->text.size() + 40 * page->words.size());
    frame.push_back(static_cast<char>(message.index()));
    Encoder encoder(frame);
    std::visit([&](const auto& value) { encoder(value); }, message);
    write_head(frame);
    return frame;
}

std::string framed(std::string_view body) {
    std::string frame(head_size, '\0');
    frame.append(body);
    write_head(frame);
    return frame;
}

void MessageReader::add(std::string_view bytes) {
    if (at_ > 0) {
        bytes_.erase(0, at_);
        at_ = 0;
    }
    bytes_.append(bytes);
}

std::optional<Message> MessageReader::next() {
    const std::string_view rest = std::string_view(bytes_).substr(at_);
    if (rest.size() < head_size) return std::nullopt;
    std::uint32_t head[2];
    std::memcpy(head, rest.data(), sizeof head);
    const auto [length, sum] = head;
    require(length > 0 && length <= longest_body, "a message of impossible length");
    if (rest.size() - head_size < length) return std::nullopt;
    const std::string_view body = rest.substr(head_size, length);
    require(checksum(body) == sum, "a message whose checksum is wrong");
    at_ += head_size + length;
    return decode(body);
}

}  // namespace demarche
