// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/tag_lines.hpp"

#include <algorithm>
#include <istream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/problems.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

using nlohmann::json;

// One line, with the place that its mistakes are told with.
class LineReader {
public:
    LineReader(std::string_view line, std::string place) : place_(std::move(place)) {
        if (const auto invalid = first_invalid_utf8(line))
            refuse("holds a character that is not UTF-8 (byte " + std::to_string(*invalid + 1) +
                   " of the line): save the file as UTF-8");
        try {
            object_ = json::parse(line);
        } catch (const json::parse_error& failure) {
            refuse("is not JSON (mistake at byte " + std::to_string(failure.byte) +
                   R"( of the line): each line must be one object, {"sid": ..., "text": ...})");
        } catch (const json::exception&) {  // a number too large to hold
            refuse(R"(is not JSON that can be read: each line must be one object, {"sid": ..., "text": ...})");
        }
        if (!object_.is_object())
            refuse(R"(is not a JSON object: each line must look like {"sid": ..., "text": ...})");
    }

    [[noreturn]] void refuse(const std::string& what) const { throw Error(ErrorKind::invalid, place_, what); }

    std::string required_text(const char* key) const {
        if (!object_.contains(key)) refuse(std::string(R"(has no ")") + key + "\"");
        return text(key);
    }

    // Empty when the key is not there, or null.
    std::string text(const char* key) const {
        const auto found = object_.find(key);
        if (found == object_.end() || found->is_null()) return {};
        if (!found->is_string()) refuse(std::string("\"") + key + R"(" must be a text in quotation marks)");
        return found->get<std::string>();
    }

    std::string sid() const {
        std::string sid = required_text("sid");
        if (sid.empty()) refuse(R"("sid" is empty: every sentence needs an id)");
        return sid;
    }

    std::vector<std::string> codes() const {
        const auto found = object_.find("codes");
        if (found == object_.end()) refuse(R"(has no "codes": write [] for a sentence without any)");
        const bool is_list = found->is_array() && std::all_of(found->begin(), found->end(),
                                                              [](const json& code) { return code.is_string(); });
        if (!is_list) refuse(R"("codes" must be a list of texts, such as ["body.itu", "norm.g"])");
        auto codes = found->get<std::vector<std::string>>();
        std::sort(codes.begin(), codes.end());
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        return codes;
    }

    std::map<std::string, Stance> norms() const {
        std::map<std::string, Stance> norms;
        const auto found = object_.find("norms");
        if (found == object_.end() || found->is_null()) return norms;
        if (!found->is_object()) refuse(R"("norms" must be an object, such as {"norm.g": "commit"})");
        for (const auto& [code, value] : found->items()) {
            const std::string word = value.is_string() ? value.get<std::string>() : std::string();
            const auto stance = stance_named(word);
            if (!stance)
                refuse(R"(the stance of ")" + code + R"(" must be commit, support, urge, describe or reject)" +
                       did_you_mean(word, {"commit", "support", "urge", "describe", "reject"}));
            norms.emplace(code, *stance);
        }
        return norms;
    }

private:
    std::string place_;
    json object_;
};

void for_each_line(std::istream& input, const std::string& name,
                   const std::function<void(const LineReader&, int)>& visit) {
    std::string line;
    for (int number = 1; std::getline(input, line); ++number) {
        std::string_view text = line;
        if (number == 1) text = without_byte_order_mark(text);
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        visit(LineReader(text, name + ": line " + std::to_string(number)), number);
    }
    if (input.bad()) throw Error(ErrorKind::unreadable, name, "cannot be read to its end");
}

}  // namespace

void for_each_tag_line(std::istream& input, const std::string& name,
                       const std::function<void(const TagLine&)>& visit) {
    for_each_line(input, name, [&](const LineReader& line, int /*number*/) {
        visit({line.sid(), line.required_text("text"), line.text("lang")});
    });
}

std::vector<CodedSentence> read_coded_lines(std::istream& input, const std::string& name) {
    std::vector<CodedSentence> lines;
    std::map<std::string, int> line_of_sid;
    for_each_line(input, name, [&](const LineReader& line, int number) {
        CodedSentence coded;
        coded.sid = line.sid();
        coded.document = line.text("doc");
        coded.language = line.text("lang");
        coded.text = line.text("text");
        coded.codes = line.codes();
        coded.norms = line.norms();
        const auto [earlier, is_new] = line_of_sid.emplace(coded.sid, number);
        if (!is_new)
            line.refuse(R"(the sid ")" + coded.sid + R"(" is that of line )" + std::to_string(earlier->second) +
                        " too: each sentence is coded once");
        lines.push_back(std::move(coded));
    });
    return lines;
}

std::vector<CodedSentence> read_coded_lines(const std::filesystem::path& path) {
    std::istringstream input(read_bytes(path));
    return read_coded_lines(input, path.filename().string());
}

}  // namespace demarche
