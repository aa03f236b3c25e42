// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/store/text_codec.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace demarche;

namespace {

// Words on grid positions, as a hostile or odd file might place them: backwards, rotated, on any page.
std::vector<Piece> random_pieces(std::mt19937& random, std::size_t count, std::uint32_t& text_length) {
    std::uniform_int_distribution<std::uint32_t> small(0, 12), any;
    std::uniform_int_distribution<std::int32_t> position(-2'000'000, 2'000'000);
    std::vector<Piece> pieces;
    std::uint32_t reached = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t begin = reached + small(random);
        reached = begin + small(random);
        const Box box{to_points(position(random)), to_points(position(random)), to_points(position(random)),
                      to_points(position(random))};
        pieces.push_back({Span(begin, reached), any(random), any(random), box});
    }
    text_length = reached + small(random);
    return pieces;
}

// Words as a page has them: left to right, line by line.
std::vector<Piece> printed_pieces(std::size_t count, std::string& text) {
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += "security ";
        const float x = 56.7F + 41.37F * static_cast<float>(i % 11),
                    y = 80.0F + 13.2F * static_cast<float>(i / 11 % 48);
        pieces.push_back({Span(begin, begin + 8), 1 + i / 528, i / 11, {x, y, x + 38.81F, y + 11.04F}});
    }
    return pieces;
}

}  // namespace

TEST_CASE("Pieces come back as they were stored") {
    SECTION("none") {
        CHECK(decode_pieces("", encode_pieces("", {})).empty());
    }
    SECTION("any on the grid") {
        std::mt19937 random(20260131);
        for (int round = 0; round < 300; ++round) {
            std::uint32_t length = 0;
            const auto pieces = random_pieces(random, static_cast<std::size_t>(round), length);
            const std::string text(length, 'x');
            REQUIRE(decode_pieces(text, encode_pieces(text, pieces)) == pieces);
        }
    }
    SECTION("those off the grid within a two-hundredth of a point, and then they stay") {
        std::string text;
        const auto pieces = printed_pieces(600, text);
        const auto once = decode_pieces(text, encode_pieces(text, pieces));
        REQUIRE(once.size() == pieces.size());
        for (std::size_t i = 0; i < once.size(); ++i) {
            CHECK((once[i].span == pieces[i].span));
            CHECK(std::abs(once[i].box.x0 - pieces[i].box.x0) <= 0.0051F);
            CHECK(std::abs(once[i].box.y1 - pieces[i].box.y1) <= 0.0051F);
        }
        CHECK(decode_pieces(text, encode_pieces(text, once)) == once);
        CHECK(on_grid(CleanText(text, {}, pieces)).pieces() == once);
    }
    SECTION("with coordinates that are no numbers, or beyond all pages") {
        const float infinite = std::numeric_limits<float>::infinity();
        const std::vector<Piece> pieces = {{Span(0, 1), 1, 0, {std::nanf(""), -infinite, infinite, 1e30F}}};
        const Box box = decode_pieces("a", encode_pieces("a", pieces)).at(0).box;
        CHECK(box == Box{0, -1e7F, 1e7F, 1e7F});
    }
}

TEST_CASE("A printed word costs at most ten bytes") {
    std::string text;
    const auto pieces = printed_pieces(100'000, text);
    CHECK(encode_pieces(text, pieces).size() < 10 * pieces.size());
}

TEST_CASE("Damaged pieces are refused") {
    std::string text;
    const auto pieces = printed_pieces(40, text);
    const std::string bytes = encode_pieces(text, pieces);
    SECTION("whichever bit was changed") {
        for (std::size_t byte = 0; byte < bytes.size(); ++byte)
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string damaged = bytes;
                damaged[byte] = static_cast<char>(static_cast<unsigned char>(damaged[byte]) ^ (1U << bit));
                REQUIRE_THROWS_AS(decode_pieces(text, damaged), std::invalid_argument);
            }
    }
    SECTION("wherever they were cut off") {
        for (std::size_t length = 0; length < bytes.size(); ++length)
            REQUIRE_THROWS_AS(decode_pieces(text, std::string_view(bytes).substr(0, length)),
                              std::invalid_argument);
    }
    SECTION("when the text is another one") {
        std::string other = text;
        other[3] = 'X';
        CHECK_THROWS_WITH(decode_pieces(other, bytes), Catch::Contains("check sum"));
    }
}

TEST_CASE("The check sum is zlib's CRC-32") {
    // Of "123456789" by the standard's own example; no pieces: format 1, count 0.
    const std::string bytes = encode_pieces("123456789", {});
    CHECK(bytes.size() == 6);
    // zlib.crc32(b"\x01\x00", zlib.crc32(b"123456789")) in Python.
    CHECK(bytes == std::string("\x01\x00\x66\xe3\x19\xc4", 6));
}

TEST_CASE("Blocks come back as they were stored") {
    const std::vector<Block> blocks = {{Span(0, 5), BlockRole::heading, 1},
                                       {Span(6, 9), BlockRole::body, 1},
                                       {Span(10, 10), BlockRole::footnote, 2},
                                       {Span(11, 4'000'000'000U), BlockRole::contents, 300}};
    CHECK(encode_blocks({blocks[0], blocks[1]}) == R"([[0,5,"heading",1],[6,9,"body",1]])");
    CHECK(decode_blocks(encode_blocks(blocks)) == blocks);
    CHECK(decode_blocks(encode_blocks({})).empty());
}

TEST_CASE("Blocks that are none are refused") {
    for (const char* json : {"", "[", "{}", "[1]", "[[0,1,\"body\"]]", "[[0,1,\"aside\",1]]", "[[-1,1,\"body\",1]]",
                             "[[0,4294967296,\"body\",1]]", "[[5,1,\"body\",1]]", "[[0,1,2,1]]"}) {
        CAPTURE(json);
        CHECK_THROWS_AS(decode_blocks(json), std::invalid_argument);
    }
}
