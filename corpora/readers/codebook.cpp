// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/codebook.hpp"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/codebook_draft.hpp"
#include "corpora/readers/dictionary.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

namespace fs = std::filesystem;

template <typename Entry>
void append(std::vector<Entry>& into, std::vector<Entry>& addition) {
    std::move(addition.begin(), addition.end(), std::back_inserter(into));
}

template <typename Entry>
Entry* find_entry(std::vector<Entry>& entries, const std::string& id) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
    return found == entries.end() ? nullptr : &*found;
}

// A title or label that is the id is what complete() put where nothing was said.
void replace_if_said(std::string& old, const std::string& said, const std::string& id) {
    if (!said.empty() && said != id) old = said;
}

void join_family(Codebook& into, Family& addition) {
    Family* family = find_entry(into.families, addition.id);
    if (family == nullptr) {
        into.families.push_back(std::move(addition));
        return;
    }
    replace_if_said(family->title, addition.title, addition.id);
    replace_if_said(family->layer, addition.layer, addition.id);
    if (addition.number != 0) family->number = addition.number;
}

void join_code(Codebook& into, Code& addition) {
    Code* code = find_entry(into.codes, addition.id);
    if (code == nullptr) {
        into.codes.push_back(std::move(addition));
        return;
    }
    replace_if_said(code->label, addition.label, addition.id);
    replace_if_said(code->definition, addition.definition, "");
    replace_if_said(code->parent, addition.parent, "");
    replace_if_said(code->kind, addition.kind, "");
    append(code->terms, addition.terms);
    append(code->exclusions, addition.exclusions);
    append(code->examples_yes, addition.examples_yes);
    append(code->examples_no, addition.examples_no);
}

void join(Codebook& into, Codebook& addition) {
    if (into.version.empty())
        into.version = addition.version;
    else if (!addition.version.empty() && addition.version != into.version)
        into.version += " + " + addition.version;
    for (Family& family : addition.families) join_family(into, family);
    for (Code& code : addition.codes) join_code(into, code);
    for (Concept& each : addition.concepts) {
        if (Concept* found = find_entry(into.concepts, each.id))
            append(found->terms, each.terms);
        else
            into.concepts.push_back(std::move(each));
    }
    for (Rule& rule : addition.rules)
        if (find_entry(into.rules, rule.id) == nullptr) into.rules.push_back(std::move(rule));
}

// Puts what follows from the rest where the files said nothing.
void complete(Codebook& codebook, const std::map<std::string, bool>& stance_of_family) {
    for (Family& family : codebook.families) {
        if (family.title.empty()) family.title = family.id;
        if (family.layer.empty()) family.layer = family.id;
    }
    for (Code& code : codebook.codes) {
        if (code.label.empty()) code.label = code.id;
        const Family* family = family_of(codebook, code.id);
        code.family = family != nullptr ? family->id : code.id.substr(0, code.id.find('.'));
        const auto stance = stance_of_family.find(code.family);
        if (stance != stance_of_family.end()) code.has_stance = stance->second;
    }
}

void number(std::vector<Term>& terms, const std::string& owner) {
    std::map<std::string, int> count;  // by language
    for (Term& term : terms) term.id = owner + "/" + term.language + "/" + std::to_string(++count[term.language]);
}

// The files of one path, in order of their names, each with what messages call it:
// "codebooks/body.yaml" for a file in the folder "codebooks", however long the way there.
std::vector<std::pair<fs::path, std::string>> files_of(const fs::path& path) {
    std::error_code failure;
    const auto status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found)
        throw Error(ErrorKind::missing, path.string(),
                    "there is no such codebook (a file *.yaml, or a folder of them)");
    if (!fs::is_directory(status)) {
        if (is_dictionary_file(path))
            throw Error(ErrorKind::usage, path.string(),
                        "is a dictionary, not a codebook: `demarche codebook import` makes one of it");
        return {{path, path.filename().string()}};
    }
    fs::path folder = fs::absolute(path).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();  // "codebooks/"
    std::vector<std::pair<fs::path, std::string>> files;
    auto entry = fs::directory_iterator(path, failure);
    if (failure) throw Error(ErrorKind::unreadable, path.string(), "cannot be searched: " + failure.message());
    for (; entry != fs::directory_iterator(); ++entry) {
        const fs::path& file = entry->path();
        const bool is_yaml = file.extension() == ".yaml" || file.extension() == ".yml";
        if (is_yaml && !file.filename().string().starts_with('.') && entry->is_regular_file(failure))
            files.emplace_back(file, (folder.filename() / file.filename()).string());
    }
    if (files.empty())
        throw Error(ErrorKind::usage, path.string(), "holds no codebook: a codebook's files end in .yaml");
    std::sort(files.begin(), files.end());
    return files;
}

// Joins the drafts of one path after another.
class CodebookReader {
public:
    void add(CodebookDraft draft) {
        for (const Rule& rule : draft.said.rules)
            if (const Rule* earlier = find_entry(codebook_.rules, rule.id))
                problems.push_back({rule.place, false,
                                    "the rule '" + rule.id + "' is there already (" + earlier->place.file +
                                        ": line " + std::to_string(earlier->place.line) + "): give it another id"});
        for (const auto& [family, stance] : draft.stance_of_family) stance_of_family_[family] = stance;
        join(codebook_, draft.said);
    }

    // All but the hash.
    Checked<Codebook> finish(bool with_repeated_terms) && {
        complete(codebook_, stance_of_family_);
        settle_operands(codebook_);
        number_terms(codebook_);
        const std::vector<Problem> found = check_references(codebook_, with_repeated_terms);
        problems.insert(problems.end(), found.begin(), found.end());
        std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
            return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
        });
        return {std::move(codebook_), std::move(problems)};
    }

    std::vector<Problem> problems;

private:
    Codebook codebook_;
    std::map<std::string, bool> stance_of_family_;
};

}  // namespace

void number_terms(Codebook& codebook) {
    for (Code& code : codebook.codes) {
        number(code.terms, code.id);
        number(code.exclusions, code.id + "/exclude");
    }
    for (Concept& each : codebook.concepts) number(each.terms, "@" + each.id);
    for (Rule& rule : codebook.rules) {
        for (std::size_t at = 0; at < rule.all.size(); ++at)
            number(rule.all[at].terms, rule.id + "/all/" + std::to_string(at + 1));
        for (std::size_t at = 0; at < rule.none.size(); ++at)
            number(rule.none[at].terms, rule.id + "/none/" + std::to_string(at + 1));
    }
}

namespace {

Checked<Codebook> read_and_check(const std::vector<fs::path>& paths, bool with_repeated_terms) {
    CodebookReader reader;
    for (const fs::path& path : paths) {
        CodebookDraft draft;
        for (const auto& [file, name] : files_of(path))
            read_codebook_text(read_bytes(file), name, draft, reader.problems);
        reader.add(std::move(draft));
    }
    return std::move(reader).finish(with_repeated_terms);
}

Checked<Codebook> with_hash(Checked<Codebook> checked) {
    checked.value.hash = hash_of(checked.value);
    return checked;
}

}  // namespace

Checked<Codebook> check_codebook(const std::vector<fs::path>& paths) {
    return with_hash(read_and_check(paths, true));
}

Checked<Codebook> check_codebook_text(std::string_view yaml, const std::string& name) {
    CodebookReader reader;
    CodebookDraft draft;
    read_codebook_text(yaml, name, draft, reader.problems);
    reader.add(std::move(draft));
    return with_hash(std::move(reader).finish(true));
}

Codebook read_codebook(const std::vector<fs::path>& paths, Codebook addition) {
    Codebook codebook = value_or_throw(read_and_check(paths, false), "the codebook");
    merge(codebook, std::move(addition));
    return codebook;
}

void merge(Codebook& into, Codebook addition) {
    join(into, addition);
    complete(into, {});
    number_terms(into);
    into.hash = hash_of(into);
}

}  // namespace demarche
