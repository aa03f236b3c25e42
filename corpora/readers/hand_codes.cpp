// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/hand_codes.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>

#include "corpora/readers/csv_table.hpp"
#include "corpora/readers/tag_lines.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

const std::vector<std::string> stances = {"commit", "support", "urge", "describe", "reject"};

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin));
}

bool can_be_code(std::string_view id) {
    return std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

struct GivenCode {
    std::string code;
    std::optional<Stance> stance;
};

// What is said of a sentence beside its codes, with the line that said it.
struct Said {
    std::string value;
    int line = 0;
};

struct SentenceFacts {
    Said text, language, document;
};

// Turns one table into codings and notes every mistake with its line and column.
class HandCodeReader {
public:
    explicit HandCodeReader(const CsvTable& table) : table_(table) {
        sid_ = column({"sid"});
        codes_ = column({"code", "codes"});
        coder_ = column({"coder"});
        stance_ = column({"stance"});
        text_ = column({"text"});
        language_ = column({"lang", "language"});
        document_ = column({"doc", "document"});
    }

    Checked<std::vector<Coding>> read() {
        check_columns();
        if (!sid_ || !codes_) return std::move(checked_);
        for (const CsvRow& row : table_.rows) {
            // Spreadsheets leave rows of nothing but commas behind the last one.
            const auto is_empty = [](const std::string& cell) { return trimmed(cell).empty(); };
            if (!std::all_of(row.cells.begin(), row.cells.end(), is_empty)) read_row(row);
        }
        for (Coding& coding : checked_.value)
            for (CodedSentence& sentence : coding.sentences) complete(sentence);
        return std::move(checked_);
    }

private:
    using Column = std::optional<std::size_t>;

    void say(int line, std::string what) {
        checked_.problems.push_back({{table_.file, line}, false, std::move(what)});
    }

    Column column(std::initializer_list<const char*> names) const {
        for (const char* name : names)
            if (const auto at = table_.column(name)) return at;
        return std::nullopt;
    }

    void check_columns() {
        const auto require = [&](const Column& found, const char* name, const char* what) {
            if (found) return;
            std::string meant;
            for (const std::string& other : table_.header)
                if (other != "coder" && nearest(other, {name}))
                    meant = "; rename '" + other + "' if that is the one";
            say(1, std::string("the header has no column '") + name + "', " + what +
                       " (columns: sid, code or codes, coder, stance, text, lang, doc)" + meant);
        };
        require(sid_, "sid", "the sentence's id");
        require(codes_, "code", "the codes given to it");
        if (table_.column("code") && table_.column("codes"))
            say(1, "the header has a column 'code' and a column 'codes': keep one of the two");
    }

    std::string cell(const CsvRow& row, const Column& column) const {
        return column ? trimmed(row.cells[*column]) : std::string();
    }

    void read_row(const CsvRow& row) {
        const std::string sid = cell(row, sid_);
        if (sid.empty()) {
            say(row.line, "column sid: is empty: every row needs the id of its sentence");
            return;
        }
        SentenceFacts& facts = facts_[sid];
        note(row, text_, "text", sid, facts.text);
        note(row, language_, "lang", sid, facts.language);
        note(row, document_, "doc", sid, facts.document);
        CodedSentence& sentence = sentence_of(row, sid);
        for (const GivenCode& given : codes_of(row)) give(row, given, sentence);
    }

    // A row may leave a fact out, but not gainsay an earlier one.
    void note(const CsvRow& row, const Column& column, const char* name, const std::string& sid, Said& said) {
        const std::string value = cell(row, column);
        if (value.empty() || value == said.value) return;
        if (said.line > 0)
            say(row.line, std::string("column ") + name + ": is not what line " + std::to_string(said.line) +
                              " says of the same sentence '" + sid + "': two sentences need two ids");
        else
            said = {value, row.line};
    }

    CodedSentence& sentence_of(const CsvRow& row, const std::string& sid) {
        std::string coder = cell(row, coder_);
        if (coder.empty()) coder = std::filesystem::path(table_.file).stem().string();
        const auto [entry, is_new] = place_.try_emplace({coder, sid});
        if (is_new) {
            const auto same = [&](const Coding& coding) { return coding.coder == coder; };
            auto coding = std::find_if(checked_.value.begin(), checked_.value.end(), same);
            if (coding == checked_.value.end()) coding = checked_.value.insert(checked_.value.end(), {coder, {}});
            entry->second = {static_cast<std::size_t>(coding - checked_.value.begin()), coding->sentences.size()};
            CodedSentence sentence;
            sentence.sid = sid;
            coding->sentences.push_back(std::move(sentence));
        }
        return checked_.value[entry->second.first].sentences[entry->second.second];
    }

    std::vector<GivenCode> codes_of(const CsvRow& row) {
        std::vector<GivenCode> given;
        const std::string all = cell(row, codes_);
        for (std::size_t begin = 0; begin < all.size();) {
            const std::size_t end = std::min(all.find(';', begin), all.size());
            if (auto code = code_of(row, trimmed(std::string_view(all).substr(begin, end - begin))))
                given.push_back(std::move(*code));
            begin = end + 1;
        }
        const std::string word = cell(row, stance_);
        if (word.empty()) return given;
        if (given.size() != 1)
            say(row.line, "column stance: says '" + word + "', but the row has " + std::to_string(given.size()) +
                              " codes: write each stance behind its code, as in norm.g:commit");
        else if (const auto stance = stance_of(row, word);
                 stance && given.front().stance.value_or(*stance) != *stance)
            say(row.line, "column stance: says '" + word + "', but another stance stands behind the code");
        else
            given.front().stance = stance;
        return given;
    }

    // "norm.g" or "norm.g:commit".
    std::optional<GivenCode> code_of(const CsvRow& row, const std::string& text) {
        if (text.empty()) return std::nullopt;
        const std::size_t colon = text.find(':');
        GivenCode given{trimmed(std::string_view(text).substr(0, colon)), std::nullopt};
        if (given.code.empty() || !can_be_code(given.code)) {
            say(row.line, "column " + table_.header[*codes_] + ": '" + text +
                              "' is no code's id: separate codes by \";\", and write a stance as in norm.g:commit");
            return std::nullopt;
        }
        if (colon != std::string::npos)
            given.stance = stance_of(row, trimmed(std::string_view(text).substr(colon + 1)));
        return given;
    }

    std::optional<Stance> stance_of(const CsvRow& row, const std::string& word) {
        const auto stance = stance_named(word);
        if (!stance)
            say(row.line, "'" + word + "' is no stance: write commit, support, urge, describe or reject" +
                              did_you_mean(word, stances));
        return stance;
    }

    void give(const CsvRow& row, const GivenCode& given, CodedSentence& sentence) {
        const auto place = std::lower_bound(sentence.codes.begin(), sentence.codes.end(), given.code);
        if (place == sentence.codes.end() || *place != given.code) sentence.codes.insert(place, given.code);
        if (!given.stance) return;
        const auto [entry, is_new] = sentence.norms.emplace(given.code, *given.stance);
        if (!is_new && entry->second != *given.stance)
            say(row.line, "gives '" + given.code + "' in sentence '" + sentence.sid + "' the stance " +
                              std::string(to_string(*given.stance)) + ", and an earlier row " +
                              std::string(to_string(entry->second)) + ": a code has one stance in a sentence");
    }

    void complete(CodedSentence& sentence) const {
        const SentenceFacts& facts = facts_.at(sentence.sid);
        sentence.text = facts.text.value;
        sentence.language = facts.language.value;
        sentence.document = facts.document.value;
    }

    const CsvTable& table_;
    Column sid_, codes_, coder_, stance_, text_, language_, document_;
    std::map<std::string, SentenceFacts> facts_;
    std::map<std::pair<std::string, std::string>, std::pair<std::size_t, std::size_t>> place_;
    Checked<std::vector<Coding>> checked_;
};

}  // namespace

Checked<std::vector<Coding>> parse_hand_codes(std::string_view csv, const std::string& name) {
    Checked<CsvTable> table = parse_csv(csv, name);
    if (table.value.header.empty()) return {{}, std::move(table.problems)};
    auto checked = HandCodeReader(table.value).read();
    checked.problems.insert(checked.problems.end(), table.problems.begin(), table.problems.end());
    if (checked.value.empty() && checked.problems.empty())
        checked.problems.push_back(
            {{name, 0}, false, "holds no sentence: add a row for each, also for those without a code"});
    std::stable_sort(checked.problems.begin(), checked.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.place.line < b.place.line; });
    return checked;
}

std::vector<Coding> read_codings(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    if (path.extension() == ".csv" || path.extension() == ".tsv")
        return value_or_throw(parse_hand_codes(read_bytes(path), name), name);
    std::vector<CodedSentence> sentences = read_coded_lines(path);
    if (sentences.empty())
        throw Error(ErrorKind::invalid, name,
                    R"(holds no sentence: write one {"sid": ..., "codes": [...]} a line)");
    std::vector<Coding> codings;
    codings.push_back({path.stem().string(), std::move(sentences)});
    return codings;
}

}  // namespace demarche
