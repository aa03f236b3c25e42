// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/exports/names.hpp"

#include <array>

namespace demarche {

namespace {

constexpr std::array roles = {BlockRole::body,  BlockRole::heading, BlockRole::footnote, BlockRole::contents,
                              BlockRole::cover, BlockRole::imprint, BlockRole::glossary};
constexpr std::array page_statuses = {PageStatus::text, PageStatus::ocr, PageStatus::blank, PageStatus::picture,
                                      PageStatus::wrong_text};
constexpr std::array provenances = {Provenance::manifest, Provenance::worked_out};
constexpr std::array error_kinds = {
    ErrorKind::usage,   ErrorKind::missing,   ErrorKind::unreadable, ErrorKind::malformed, ErrorKind::encrypted,
    ErrorKind::no_text, ErrorKind::too_large, ErrorKind::invalid,    ErrorKind::version,   ErrorKind::storage};

std::string_view name_of(ErrorKind kind) noexcept {
    return to_string(kind);
}

template <typename Values>
std::optional<typename Values::value_type> value_named(const Values& values, std::string_view word) noexcept {
    for (const auto value : values)
        if (name_of(value) == word) return value;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(BlockRole role) noexcept {
    switch (role) {
        case BlockRole::body: return "body";
        case BlockRole::heading: return "heading";
        case BlockRole::footnote: return "footnote";
        case BlockRole::contents: return "contents";
        case BlockRole::cover: return "cover";
        case BlockRole::imprint: return "imprint";
        case BlockRole::glossary: return "glossary";
    }
    return "unknown";
}

std::string_view name_of(PageStatus status) noexcept {
    switch (status) {
        case PageStatus::text: return "text";
        case PageStatus::ocr: return "ocr";
        case PageStatus::blank: return "blank";
        case PageStatus::picture: return "picture";
        case PageStatus::wrong_text: return "wrong_text";
    }
    return "unknown";
}

std::string_view name_of(Provenance provenance) noexcept {
    switch (provenance) {
        case Provenance::manifest: return "manifest";
        case Provenance::worked_out: return "worked_out";
    }
    return "unknown";
}

std::optional<BlockRole> role_named(std::string_view word) noexcept {
    return value_named(roles, word);
}

std::optional<PageStatus> page_status_named(std::string_view word) noexcept {
    return value_named(page_statuses, word);
}

std::optional<Provenance> provenance_named(std::string_view word) noexcept {
    return value_named(provenances, word);
}

std::optional<ErrorKind> error_kind_named(std::string_view word) noexcept {
    return value_named(error_kinds, word);
}

}  // namespace demarche
