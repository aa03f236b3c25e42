// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.hpp"

#include <unistd.h>

#include <atomic>
#include <sstream>
#include <stdexcept>

namespace demarche::testing {

namespace {

constexpr std::uint32_t words_in_line = 40;
constexpr std::uint32_t lines_in_page = 30;

// Adds the words of `sentence`, which stands in the text from `begin` on, as pieces.
void add_pieces(const std::string& sentence, std::uint32_t begin, std::vector<Piece>& pieces) {
    std::size_t at = 0;
    while (at < sentence.size()) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        const auto count = static_cast<std::uint32_t>(pieces.size());
        const std::uint32_t line = count / words_in_line;
        const float x = 50.25F + 12.5F * static_cast<float>(count % words_in_line);
        const float y = 70.5F + 14.0F * static_cast<float>(line % lines_in_page);
        const auto first = begin + static_cast<std::uint32_t>(at);
        const auto last = begin + static_cast<std::uint32_t>(end);
        pieces.push_back({Span(first, last), 1 + line / lines_in_page, line, {x, y, x + 10, y + 11.75F}});
        at = end + 1;
    }
}

CleanText text_of(const Draft& draft, std::vector<Sentence>& sentences) {
    std::string text;
    std::vector<Block> blocks;
    std::vector<Piece> pieces;
    for (const std::string& sentence : draft.sentences) {
        if (!text.empty()) text += '\n';
        const auto begin = static_cast<std::uint32_t>(text.size());
        const auto first_piece = pieces.size();
        add_pieces(sentence, begin, pieces);
        text += sentence;
        const Span span(begin, static_cast<std::uint32_t>(text.size()));
        const std::uint32_t page = pieces.at(first_piece).page;
        const auto ordinal = static_cast<std::uint32_t>(sentences.size() + 1);
        const BlockRole role = ordinal % 5 == 1 ? BlockRole::heading : BlockRole::body;
        blocks.push_back({span, role, page});
        sentences.push_back({ordinal, span, "en", role, page, "Part " + std::to_string(1 + ordinal / 5)});
    }
    return {text, blocks, pieces};
}

Mention mention_of(const Draft::Coding& coding, const CleanText& text, const std::vector<Sentence>& sentences) {
    const Sentence& sentence = sentences.at(coding.sentence - 1);
    const std::size_t found = text.text().find(coding.words, sentence.span.begin());
    if (found == std::string::npos || found + coding.words.size() > sentence.span.end())
        throw std::logic_error("\"" + coding.words + "\" is not in the sentence");
    const auto begin = static_cast<std::uint32_t>(found);
    Mention mention;
    mention.code = coding.code;
    mention.sentence = coding.sentence;
    mention.span = Span(begin, begin + static_cast<std::uint32_t>(coding.words.size()));
    mention.term = coding.words;
    mention.rule = coding.code + "/en/1";
    if (coding.code.starts_with("norm.")) mention.stance = Stance::commit;
    return mention;
}

}  // namespace

ScratchFolder::ScratchFolder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("demarche-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

StudyDocument entry_of(const Draft& draft) {
    StudyDocument entry;
    entry.id = draft.id;
    entry.name = draft.id + ".pdf";
    entry.path = "/strategies/" + entry.name;
    entry.stamp = {std::string(64, 'a'), 12345, 1'700'000'000'123'456'789};
    entry.facts.state = Fact<std::string>{"AUS", Provenance::manifest};
    entry.facts.year = Fact<int>{2020, Provenance::worked_out};
    entry.facts.title = Fact<std::string>{"Strategy of " + draft.id, Provenance::worked_out};
    entry.further = {{"kind", "national"}, {"text_layer", "yes"}};
    entry.reading_key = "reading-1";
    entry.tagging_key = "tagging-1";
    return entry;
}

Finding finding_of(const Draft& draft) {
    Finding finding;
    ReadDocument& read = finding.document;
    read.facts = entry_of(draft).facts;
    read.text = text_of(draft, read.sentences);
    for (const Draft::Coding& coding : draft.codings)
        finding.mentions.push_back(mention_of(coding, read.text, read.sentences));
    const std::uint32_t pages = read.text.pieces().empty() ? 0 : read.text.pieces().back().page;
    for (std::uint32_t page = 1; page <= pages; ++page)
        read.pages.push_back({page, 595.276F, 841.89F, PageStatus::text, words_in_line, {"A strategy"}});
    read.quality = {pages, pages, 0, 0, static_cast<std::uint32_t>(read.text.pieces().size()), 3, 1, 0.97};
    return finding;
}

Draft random_draft(const std::string& id, std::mt19937& random, std::size_t sentences) {
    static const std::vector<std::string> vocabulary = {
        "cyber",  "diplomacy",      "the",     "state",         "norms",     "of",          "behaviour",
        "Genève", "infrastructure", "protect", "will",          "cooperate", "partners",    "capacity",
        "and",    "building",       "ITU",     "international", "law",       "applies",     "in",
        "space",  "coördinate",     "report",  "naïve",         "网络",      "безопасность"};
    std::uniform_int_distribution<std::size_t> word(0, vocabulary.size() - 1), length(4, 30);
    Draft draft{id, {}, {}};
    for (std::size_t i = 0; i < sentences; ++i) {
        std::string sentence = "ITU";
        for (std::size_t left = length(random); left > 0; --left) sentence += ' ' + vocabulary[word(random)];
        draft.sentences.push_back(sentence + '.');
        const auto ordinal = static_cast<std::uint32_t>(i + 1);
        draft.codings.push_back({"body.itu", ordinal, "ITU"});
        if (i % 2 == 0) draft.codings.push_back({"norm.g", ordinal, sentence});
    }
    return draft;
}

Failure encrypted() {
    return {ErrorKind::encrypted, "", "it needs a password; save a copy without one"};
}

PlainSql::PlainSql(const std::filesystem::path& file) {
    if (sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(handle_));
}

std::vector<std::string> PlainSql::rows(const std::string& sql) {
    std::vector<std::string> result;
    const char* rest = sql.c_str();
    while (rest != nullptr && *rest != '\0') {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(handle_, rest, -1, &statement, &rest) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(handle_));
        int code = SQLITE_DONE;
        while (statement != nullptr && (code = sqlite3_step(statement)) == SQLITE_ROW) {
            std::string row;
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
                row += (column == 0 ? "" : "|") + std::string(value == nullptr ? "NULL" : value);
            }
            result.push_back(std::move(row));
        }
        sqlite3_finalize(statement);
        if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(handle_));
    }
    return result;
}

std::string PlainSql::row(const std::string& sql) {
    const std::vector<std::string> all = rows(sql);
    if (all.size() != 1) throw std::runtime_error(sql + ": " + std::to_string(all.size()) + " rows");
    return all.front();
}

}  // namespace demarche::testing
