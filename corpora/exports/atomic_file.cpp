// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <streambuf>
#include <string>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"

namespace demarche {

namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int number) noexcept : number_(number) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const noexcept { return number_; }
    // close() is where some network file systems report a full disk.
    bool close() noexcept { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

// Writes to a file descriptor and remembers why it could not; std::ofstream forgets.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) { setp(buffer_.data(), end()); }
    int error() const noexcept { return error_; }

protected:
    int_type overflow(int_type letter) override {
        if (sync() != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(letter, traits_type::eof())) sputc(traits_type::to_char_type(letter));
        return traits_type::not_eof(letter);
    }

    int sync() override {
        const char* at = pbase();
        while (error_ == 0 && at != pptr()) {
            const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
            if (written >= 0)
                at += written;
            else if (errno != EINTR)
                error_ = errno;
        }
        setp(buffer_.data(), end());
        return error_ == 0 ? 0 : -1;
    }

private:
    char* end() noexcept { return buffer_.data() + buffer_.size(); }

    int descriptor_;
    int error_ = 0;
    std::array<char, 1U << 16U> buffer_{};
};

// Removes the temporary file unless it has become the real one.
class Temporary {
public:
    explicit Temporary(std::filesystem::path path) : path_(std::move(path)) {}
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!kept_) ::unlink(path_.c_str());
    }
    void keep() noexcept { kept_ = true; }

private:
    std::filesystem::path path_;
    bool kept_ = false;
};

[[noreturn]] void fail(const std::filesystem::path& path, int reason) {
    std::string advice;
    if (reason == ENOENT || reason == ENOTDIR) advice = "; its folder must exist";
    if (reason == ENOSPC || reason == EDQUOT) advice = "; free some space and try again";
    if (reason == EACCES || reason == EPERM || reason == EROFS)
        advice = "; choose another folder or its permissions";
    throw Error(ErrorKind::storage, path.string(),
                "cannot be written (" + std::generic_category().message(reason) + ")" + advice);
}

void fill(const std::filesystem::path& path, int descriptor, const std::function<void(std::ostream&)>& writer) {
    DescriptorBuffer buffer(descriptor);
    std::ostream out(&buffer);
    writer(out);
    out.flush();
    if (buffer.error() != 0) fail(path, buffer.error());
    if (!out) throw Error(ErrorKind::storage, path.string(), "cannot be written (the writing broke off)");
}

std::filesystem::path temporary_name(const std::filesystem::path& target) {
    static std::atomic<unsigned> count{0};
    // The name may be as long as the file system allows, so it is not made part of this one.
    return target.parent_path() /
           (".demarche-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".part");
}

void write_directly(const std::filesystem::path& path, const std::function<void(std::ostream&)>& writer) {
    FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.number() < 0) fail(path, errno);
    fill(path, file.number(), writer);
    if (!file.close()) fail(path, errno);
}

// The name itself is on the disk only when its folder is. Not all systems can
// do that, and the file is whole without it.
void sync_folder(const std::filesystem::path& folder) noexcept {
    const FileDescriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.number() >= 0) ::fsync(descriptor.number());
}

// old  the status of the file to be replaced, or null
void replace(const std::filesystem::path& path, const std::filesystem::path& target, const struct stat* old,
             const std::function<void(std::ostream&)>& writer) {
    const std::filesystem::path name = temporary_name(target);
    FileDescriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.number() < 0) fail(path, errno);
    Temporary temporary(name);
    fill(path, file.number(), writer);
    if (old != nullptr && ::fchmod(file.number(), old->st_mode & 07777) != 0) fail(path, errno);
    if (::fsync(file.number()) != 0) fail(path, errno);
    if (!file.close()) fail(path, errno);
    if (::rename(name.c_str(), target.c_str()) != 0) fail(path, errno);
    temporary.keep();
    sync_folder(target.parent_path());
}

}  // namespace

void write_file_atomically(const std::filesystem::path& path, const std::function<void(std::ostream&)>& writer) {
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) fail(path, EISDIR);
    if (exists && !S_ISREG(status.st_mode)) return write_directly(path, writer);

    std::error_code ignored;
    std::filesystem::path target = std::filesystem::weakly_canonical(path, ignored);
    if (target.empty() || ignored) target = std::filesystem::absolute(path);
    replace(path, target, exists ? &status : nullptr, writer);
}

}  // namespace demarche
