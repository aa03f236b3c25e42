// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/concordance/context.hpp"
#include "corpora/concordance/index_plan.hpp"
#include "corpora/concordance/matching.hpp"
#include "corpora/model/error.hpp"
#include "corpora/model/utf8.hpp"
#include "extractors/text/display.hpp"
#include "pipeline/concordance.hpp"

// The first line is a query, the rest a sentence. Whatever the bytes: the query is refused with a place, or is
// understood, and what was understood is understood the same way again. Hits are whole code points of the sentence,
// in order. What the index is asked is right FTS5, and an index of this sentence leads to it if there is a hit.

namespace {

using namespace demarche;

void require(bool holds) {
    if (!holds) std::abort();
}

// Letters on whose bounds unicode61 and ICU agree: no loose marks and no scripts that only one of them knows.
bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); at += code_point_length(text[at])) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const bool is_mark = lead == 0xCC || (lead == 0xCD && static_cast<unsigned char>(text[at + 1]) < 0xB0) ||
                             (lead == 0xD2 && static_cast<unsigned char>(text[at + 1]) < 0x8A);
        if (lead >= 0xD4 || is_mark) return false;
    }
    return true;
}

// A full-text index as a study has it, of one sentence.
class Index {
public:
    Index() {
        require(sqlite3_open(":memory:", &handle_) == SQLITE_OK);
        run("CREATE VIRTUAL TABLE f USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
        run("CREATE VIRTUAL TABLE v USING fts5vocab(f, row)");
    }
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;
    ~Index() { sqlite3_close(handle_); }

    void hold(std::string_view sentence) {
        run("DELETE FROM f");
        rows("INSERT INTO f(rowid, text) VALUES (1, ?)", sentence, [](std::string_view) {});
    }
    void for_each_word(const std::function<void(std::string_view)>& visit) {
        rows("SELECT term FROM v", "", visit);
    }
    bool finds(const std::string& expression) {
        bool is_found = false;
        rows("SELECT rowid FROM f WHERE f MATCH ?", expression, [&](std::string_view) { is_found = true; });
        return is_found;
    }

private:
    void run(const char* sql) { require(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }
    void rows(const char* sql, std::string_view value, const std::function<void(std::string_view)>& visit) {
        sqlite3_stmt* statement = nullptr;
        require(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr) == SQLITE_OK);
        if (sqlite3_bind_parameter_count(statement) > 0)
            require(sqlite3_bind_text(statement, 1, value.data(), static_cast<int>(value.size()), SQLITE_STATIC) ==
                    SQLITE_OK);
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
            const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
            visit({text, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0))});
        }
        require(code == SQLITE_DONE);
        sqlite3_finalize(statement);
    }

    sqlite3* handle_ = nullptr;
};

void check_hits(const std::vector<Span>& hits, const std::string& sentence, const SplitWords& split) {
    static CharacterBreaks breaks;
    std::uint32_t end = 0;
    for (const Span hit : hits) {
        require(!hit.empty() && hit.begin() >= end && hit.end() <= sentence.size());
        end = hit.end();
        require(!first_invalid_utf8(sentence.substr(hit.begin(), hit.length())));
        for (const Window window : {Window{7, false}, Window{2, true}}) {
            const Context context =
                context_of(sentence, hit, window, split, [&](std::string_view text) { return breaks.ends(text); });
            require(!first_invalid_utf8(context.left) && !first_invalid_utf8(context.right));
        }
    }
}

void check(const std::string& text, const std::string& sentence, LetterRule rule) {
    static Index index;
    const SplitWords split = split_by(rule);
    QueryNode query;
    try {
        query = parse_query(text, split);
    } catch (const Error& error) {
        require(error.kind() == ErrorKind::usage && error.where().starts_with("query, character "));
        require(!first_invalid_utf8(error.what()) || first_invalid_utf8(text));
        return;
    }
    const std::string understood = to_string(query);
    require(to_string(parse_query(understood, split)) == understood);

    std::vector<TextWord> words;
    split(sentence, words);
    const std::vector<Span> hits = find_hits(query, words);
    require(find_hits(parse_query(understood, split), words) == hits);
    check_hits(hits, sentence, split);

    index.hold(sentence);
    const Candidates candidates = candidates_for(
        query, [&](const auto& visit) { index.for_each_word(visit); }, split_by(LetterRule::folded));
    const bool is_candidate =
        candidates.which == Candidates::Which::all ||
        (candidates.which == Candidates::Which::matching && index.finds(candidates.expression));
    if (is_plain(sentence)) require(hits.empty() || is_candidate);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 2000));
    const std::size_t line = std::min(text.find('\n'), text.size());
    // A study's sentences are UTF-8 without NUL; a query is what was typed.
    std::string sentence = with_valid_utf8(text.substr(std::min(line + 1, text.size())));
    std::replace(sentence.begin(), sentence.end(), '\0', ' ');
    check(text.substr(0, line), sentence, LetterRule::folded);
    check(text.substr(0, line), sentence, LetterRule::exact);
    return 0;
}
