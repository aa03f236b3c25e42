// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/store/text_codec.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "corpora/exports/names.hpp"

namespace demarche {

namespace {

constexpr unsigned char pieces_format = 1;
constexpr std::int32_t farthest = 1'000'000'000;  // hundredths of a point
constexpr std::size_t smallest_piece = 7;         // bytes: one for each number
constexpr std::size_t checksum_length = 4;

// --- check sum: CRC-32 as in zlib, eight bytes at a time ---

using ChecksumTables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr ChecksumTables make_checksum_tables() {
    ChecksumTables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? (value >> 1U) ^ 0xEDB88320U : value >> 1U;
        tables[0][byte] = value;
    }
    for (std::size_t table = 1; table < tables.size(); ++table)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[table - 1][byte];
            tables[table][byte] = (before >> 8U) ^ tables[0][before & 255U];
        }
    return tables;
}

constexpr ChecksumTables checksum_tables = make_checksum_tables();

std::uint32_t little_endian(std::string_view bytes) noexcept {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
}

// The check sum of `bytes` appended to bytes whose check sum is `before`.
std::uint32_t checksum(std::string_view bytes, std::uint32_t before = 0) noexcept {
    const auto& t = checksum_tables;
    std::uint32_t sum = ~before;
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        const std::uint32_t low = little_endian(bytes) ^ sum;
        const std::uint32_t high = little_endian(bytes.substr(4));
        sum = t[7][low & 255U] ^ t[6][(low >> 8U) & 255U] ^ t[5][(low >> 16U) & 255U] ^ t[4][low >> 24U] ^
              t[3][high & 255U] ^ t[2][(high >> 8U) & 255U] ^ t[1][(high >> 16U) & 255U] ^ t[0][high >> 24U];
    }
    for (const char byte : bytes) sum = (sum >> 8U) ^ t[0][(sum ^ static_cast<unsigned char>(byte)) & 255U];
    return ~sum;
}

// --- numbers of variable length: seven bits in a byte, the lowest first ---

class NumberWriter {
public:
    explicit NumberWriter(std::size_t expected) { bytes_.reserve(expected); }

    void add_byte(unsigned char byte) { bytes_ += static_cast<char>(byte); }
    void add(std::uint64_t value) {
        while (value >= 128) {
            bytes_ += static_cast<char>((value & 127U) | 128U);
            value >>= 7U;
        }
        bytes_ += static_cast<char>(value);
    }
    // 0, -1, 1, -2 ... are written as 0, 1, 2, 3 ...: small numbers stay short whatever their sign.
    void add_signed(std::int64_t value) {
        add((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void add_checksum(std::uint32_t value) {
        for (unsigned i = 0; i < 4; ++i) add_byte(static_cast<unsigned char>((value >> (8 * i)) & 255U));
    }
    const std::string& bytes() const noexcept { return bytes_; }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class NumberReader {
public:
    explicit NumberReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t next() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (at_ == bytes_.size()) throw std::invalid_argument("it ends too early");
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) return value;
        }
        throw std::invalid_argument("a number in it is too long");
    }
    std::int64_t next_signed() {
        const std::uint64_t value = next();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }
    std::size_t left() const noexcept { return bytes_.size() - at_; }

private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

// A sum that stays within [lowest, highest], or damage.
std::int64_t moved(std::int64_t from, std::int64_t by, std::int64_t lowest, std::int64_t highest) {
    // No overflow: `from` is inside the bounds, which are far from those of the type.
    if (by < lowest - from || by > highest - from) throw std::invalid_argument("a number in it is out of range");
    return from + by;
}

std::int64_t moved_box(std::int64_t from, std::int64_t by) {
    return moved(from, by, -farthest, farthest);
}
std::int64_t moved_count(std::int64_t from, std::int64_t by) {
    return moved(from, by, 0, std::numeric_limits<std::uint32_t>::max());
}

std::uint32_t moved_position(std::uint32_t from, std::uint64_t by, std::size_t length) {
    if (by > length - from) throw std::invalid_argument("a word lies outside the text");
    return from + static_cast<std::uint32_t>(by);
}

// What the next piece is written relative to.
struct Reached {
    std::uint32_t end = 0;
    std::int64_t page = 0, line = 0;
    std::int64_t right = 0, top = 0, height = 0;
};

// The line's difference, doubled; odd when the page's difference follows.
void write_place(NumberWriter& out, const Piece& piece, Reached& reached) {
    const std::int64_t line = static_cast<std::int64_t>(piece.line) - reached.line;
    const std::int64_t page = static_cast<std::int64_t>(piece.page) - reached.page;
    out.add_signed(line * 2 + (page != 0 ? 1 : 0));
    if (page != 0) out.add_signed(page);
    reached.line = piece.line;
    reached.page = piece.page;
}

void write_box(NumberWriter& out, const Box& box, Reached& reached) {
    const std::int64_t left = to_hundredths(box.x0);
    const std::int64_t top = to_hundredths(box.y0);
    const std::int64_t right = to_hundredths(box.x1);
    const std::int64_t height = to_hundredths(box.y1) - top;
    out.add_signed(left - reached.right);
    out.add_signed(right - left);
    out.add_signed(top - reached.top);
    out.add_signed(height - reached.height);
    reached.right = right;
    reached.top = top;
    reached.height = height;
}

Box read_box(NumberReader& in, Reached& reached) {
    const std::int64_t left = moved_box(reached.right, in.next_signed());
    reached.right = moved_box(left, in.next_signed());
    reached.top = moved_box(reached.top, in.next_signed());
    reached.height =
        moved(reached.height, in.next_signed(), -2 * std::int64_t{farthest}, 2 * std::int64_t{farthest});
    const std::int64_t bottom = moved_box(reached.top, reached.height);
    return {to_points(left), to_points(reached.top), to_points(reached.right), to_points(bottom)};
}

Piece read_piece(NumberReader& in, std::size_t text_length, Reached& reached) {
    Piece piece;
    const std::uint32_t begin = moved_position(reached.end, in.next(), text_length);
    reached.end = moved_position(begin, in.next(), text_length);
    piece.span = {begin, reached.end};
    const std::int64_t place = in.next_signed();
    const bool page_changes = (place & 1) != 0;
    reached.line = moved_count(reached.line, (place - (page_changes ? 1 : 0)) / 2);
    if (page_changes) reached.page = moved_count(reached.page, in.next_signed());
    piece.line = static_cast<std::uint32_t>(reached.line);
    piece.page = static_cast<std::uint32_t>(reached.page);
    piece.box = read_box(in, reached);
    return piece;
}

Box box_on_grid(const Box& box) noexcept {
    return {to_points(to_hundredths(box.x0)), to_points(to_hundredths(box.y0)), to_points(to_hundredths(box.x1)),
            to_points(to_hundredths(box.y1))};
}

std::uint32_t number_of(const nlohmann::json& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<std::uint32_t>::max())
        throw std::invalid_argument("a block has a number that is none");
    return value.get<std::uint32_t>();
}

}  // namespace

std::int32_t to_hundredths(float points) noexcept {
    const double value = static_cast<double>(points) * 100.0;
    if (std::isnan(value)) return 0;
    if (value >= farthest) return farthest;
    if (value <= -farthest) return -farthest;
    return static_cast<std::int32_t>(value + (value < 0 ? -0.5 : 0.5));
}

float to_points(std::int64_t hundredths) noexcept {
    return static_cast<float>(static_cast<double>(hundredths) / 100.0);
}

CleanText on_grid(const CleanText& text) {
    std::vector<Piece> pieces = text.pieces();
    for (Piece& piece : pieces) piece.box = box_on_grid(piece.box);
    return {text.text(), text.blocks(), std::move(pieces)};
}

std::string encode_pieces(std::string_view text, const std::vector<Piece>& pieces) {
    NumberWriter out(16 + pieces.size() * 10);
    out.add_byte(pieces_format);
    out.add(pieces.size());
    Reached reached;
    for (const Piece& piece : pieces) {
        out.add(piece.span.begin() - reached.end);
        out.add(piece.span.length());
        reached.end = piece.span.end();
        write_place(out, piece, reached);
        write_box(out, piece.box, reached);
    }
    out.add_checksum(checksum(out.bytes(), checksum(text)));
    return out.take();
}

std::vector<Piece> decode_pieces(std::string_view text, std::string_view bytes) {
    if (bytes.size() < 2 + checksum_length) throw std::invalid_argument("it ends too early");
    const std::string_view content = bytes.substr(0, bytes.size() - checksum_length);
    if (static_cast<unsigned char>(content[0]) != pieces_format)
        throw std::invalid_argument("its format is unknown");
    if (little_endian(bytes.substr(content.size())) != checksum(content, checksum(text)))
        throw std::invalid_argument("its check sum does not match");

    NumberReader in(content.substr(1));
    const std::uint64_t count = in.next();
    // Before room is made for them: a damaged count must not ask for all memory.
    if (count > in.left() / smallest_piece) throw std::invalid_argument("it ends too early");
    std::vector<Piece> pieces;
    pieces.reserve(count);
    Reached reached;
    for (std::uint64_t i = 0; i < count; ++i) pieces.push_back(read_piece(in, text.size(), reached));
    if (in.left() != 0) throw std::invalid_argument("it goes on after its end");
    return pieces;
}

std::string encode_blocks(const std::vector<Block>& blocks) {
    // By hand: the library's value tree costs more than all the rest of storing a text.
    std::string json = "[";
    for (const Block& block : blocks) {
        if (json.size() > 1) json += ',';
        json += '[' + std::to_string(block.span.begin()) + ',' + std::to_string(block.span.end()) + ",\"";
        json += name_of(block.role);
        json += "\"," + std::to_string(block.page) + ']';
    }
    return json + ']';
}

std::vector<Block> decode_blocks(std::string_view json) {
    const nlohmann::json rows = nlohmann::json::parse(json, nullptr, false);
    if (!rows.is_array()) throw std::invalid_argument("the list of blocks is no JSON array");
    std::vector<Block> blocks;
    blocks.reserve(rows.size());
    for (const nlohmann::json& row : rows) {
        if (!row.is_array() || row.size() != 4 || !row[2].is_string())
            throw std::invalid_argument("a block is not [begin, end, role, page]");
        const auto role = role_named(row[2].get_ref<const std::string&>());
        if (!role) throw std::invalid_argument("a block has an unknown role");
        blocks.push_back({Span(number_of(row[0]), number_of(row[1])), *role, number_of(row[3])});
    }
    return blocks;
}

}  // namespace demarche
