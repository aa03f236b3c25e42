// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/sha256.hpp"

#include <nettle/sha2.h>

#include <array>
#include <chrono>
#include <fstream>
#include <system_error>
#include <vector>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

class Sha256 {
public:
    Sha256() { sha256_init(&context_); }

    void add(std::string_view bytes) {
        sha256_update(&context_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    }

    std::string hex() {
        std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
        sha256_digest(&context_, digest.size(), digest.data());
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        text.reserve(2 * digest.size());
        for (const std::uint8_t byte : digest) {
            text += digits[byte >> 4U];
            text += digits[byte & 15U];
        }
        return text;
    }

private:
    sha256_ctx context_{};
};

[[noreturn]] void refuse(const std::filesystem::path& path, const std::error_code& why) {
    if (why == std::errc::no_such_file_or_directory || why == std::errc::not_a_directory)
        throw Error(ErrorKind::missing, path.string(), "there is no such file");
    throw Error(ErrorKind::unreadable, path.string(), "cannot be read: " + why.message());
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::string sha256_of_file(const std::filesystem::path& path) {
    constexpr std::size_t piece_size = std::size_t{1} << 16U;
    stamp_without_hash(path);  // tells a missing file from one that may not be read
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(ErrorKind::unreadable, path.string(), "cannot be opened: check who may read it");
    Sha256 hash;
    std::vector<char> piece(piece_size);
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (file.bad()) throw Error(ErrorKind::unreadable, path.string(), "cannot be read to its end");
    return hash.hex();
}

FileStamp stamp_without_hash(const std::filesystem::path& path) {
    std::error_code failure;
    FileStamp stamp;
    if (std::filesystem::is_directory(path, failure))
        throw Error(ErrorKind::unreadable, path.string(), "is a folder, not a file");
    stamp.size = std::filesystem::file_size(path, failure);
    if (failure) refuse(path, failure);
    const auto modified = std::filesystem::last_write_time(path, failure);
    if (failure) refuse(path, failure);
    const auto since_1970 = std::chrono::file_clock::to_sys(modified).time_since_epoch();
    stamp.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(since_1970).count();
    return stamp;
}

FileStamp stamp_of(const std::filesystem::path& path) {
    FileStamp stamp = stamp_without_hash(path);
    stamp.sha256 = sha256_of_file(path);
    return stamp;
}

}  // namespace demarche
