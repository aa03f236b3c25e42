// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace demarche {

// What the program does next depends on the kind: errors of one document
// (unreadable, encrypted, malformed, no_text, too_large) are stored as its
// failure while the others go on; the rest end the command with status 2.
enum class ErrorKind {
    usage,       // the command line asks for something that cannot be
    missing,     // a file or folder is not there
    unreadable,  // it is there, but the system does not let us read it
    malformed,   // its content is not what its kind of file must hold
    encrypted,   // it needs a password
    no_text,     // pages are there, but none of them has a text layer
    too_large,   // it exceeds a limit that keeps the run alive
    invalid,     // a user's file (manifest, codebook ...) has a mistake in it
    version,     // written by a newer demarche
    storage,     // the study cannot be written (disk full, read-only ...)
};

// The word for a kind in the study's `failures` table and in JSON.
std::string_view to_string(ErrorKind kind) noexcept;

// What went wrong with one input. The kind decides what the program does next
// (skip, stop, exit status); the text is only ever read by people.
class Error : public std::runtime_error {
public:
    // where  file, line or page, outermost first ("uk.pdf: page 3"); may be empty
    // what   the mistake and what to do about it, one sentence
    Error(ErrorKind kind, std::string where, std::string what);

    ErrorKind kind() const noexcept { return kind_; }
    const std::string& where() const noexcept { return where_; }
    // The sentence without its place; what() gives "where: sentence".
    const std::string& sentence() const noexcept { return sentence_; }

    // The same error one level out: "page 14: ..." -> "uk-2022.pdf: page 14: ...".
    Error within(const std::string& outer) const;

private:
    ErrorKind kind_;
    std::string where_;
    std::string sentence_;
};

}  // namespace demarche
