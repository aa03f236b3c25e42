// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/readers/sources.hpp"

#include <algorithm>
#include <set>
#include <system_error>

#include "corpora/model/error.hpp"
#include "corpora/readers/manifest.hpp"
#include "corpora/readers/sha256.hpp"
#include "corpora/readers/text_file.hpp"

namespace demarche {

namespace {

namespace fs = std::filesystem;

constexpr const char* manifest_name = "manifest.csv";

std::string extension_of(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& letter : extension)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return extension;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

// One name for one file, whatever links and dots lead to it.
std::string identity_of(const fs::path& path) {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(path, failure);
    return (failure ? fs::absolute(path).lexically_normal() : real).string();
}

std::string listed(const std::vector<std::string>& extensions) {
    std::string text;
    for (const std::string& extension : extensions) text += (text.empty() ? "*" : ", *") + extension;
    return text;
}

class SourcePlanner {
public:
    SourcePlanner(const Catalogue& catalogue, const std::vector<std::string>& extensions)
        : catalogue_(catalogue), extensions_(extensions) {}

    void add(const fs::path& input) {
        std::error_code failure;
        const auto status = fs::status(input, failure);
        if (status.type() == fs::file_type::not_found)
            throw Error(ErrorKind::missing, input.string(), "there is no such file or folder");
        if (fs::is_directory(status))
            add_folder(input);
        else if (extension_of(input) == ".csv")
            add_manifest(input, fs::path());
        else if (rank_of(input) < extensions_.size())
            add_source(
                {fs::absolute(input).lexically_normal(), with_valid_utf8(input.filename().string()), {}, {}});
        else
            throw Error(
                ErrorKind::usage, input.string(),
                "is no document that demarche reads (" + listed(extensions_) + "), manifest (*.csv) or folder");
    }

    std::vector<Source> planned() && {
        std::sort(sources_.begin(), sources_.end(), [](const Source& a, const Source& b) {
            return a.name != b.name ? a.name < b.name : a.path < b.path;
        });
        return std::move(sources_);
    }

private:
    // The place of a file's extension in the list; its length for one that is not read.
    std::size_t rank_of(const fs::path& file) const {
        const auto found = std::find(extensions_.begin(), extensions_.end(), extension_of(file));
        return static_cast<std::size_t>(found - extensions_.begin());
    }

    // A file that was planned before gains what a manifest says of it, if nothing was said yet.
    void add_source(Source source) {
        const auto [place, is_new] = place_of_file_.emplace(identity_of(source.path), sources_.size());
        if (is_new) {
            sources_.push_back(std::move(source));
            return;
        }
        const auto says_something = [](const Source& each) {
            return each.declared != DocumentFacts{} || !each.further.empty();
        };
        Source& planned = sources_[place->second];
        if (says_something(source) && !says_something(planned)) planned = std::move(source);
    }

    // within  the manifest's folder, relative to the folder that the user named: file
    //         names count from there, as those of documents without a manifest do
    // returns the paths of the documents that it names
    std::vector<fs::path> add_manifest(const fs::path& manifest, const fs::path& within) {
        std::vector<fs::path> named;
        try {
            for (Source& source : read_manifest(manifest, catalogue_)) {
                if (!within.empty()) {
                    source.name = (within / source.name).lexically_normal().generic_string();
                    if (source.declared.revises) {
                        std::string& revised = source.declared.revises->value;
                        revised = (within / revised).lexically_normal().generic_string();
                    }
                }
                named.push_back(source.path);
                add_source(std::move(source));
            }
        } catch (const Error& error) {
            // Which of several manifests it was is seen by its folder alone.
            const fs::path folder = manifest.parent_path();
            if (error.kind() != ErrorKind::invalid || folder.empty()) throw;
            throw Error(error.kind(), (folder / error.where()).string(), error.sentence());
        }
        return named;
    }

    void add_folder(const fs::path& folder) {
        const std::vector<fs::path> files = files_in(folder);
        bool has_documents = false;
        std::set<fs::path> named;  // by manifests, without extension
        for (const fs::path& file : files) {
            if (file.filename() != manifest_name) continue;
            fs::path within = file.parent_path().lexically_relative(folder);
            if (within == ".") within.clear();
            for (const fs::path& document : add_manifest(file, within))
                named.insert(document.parent_path() / document.stem());
            has_documents = true;
        }
        for (const fs::path& file : preferred(files)) {
            has_documents = true;
            const fs::path path = fs::absolute(file).lexically_normal();
            if (named.contains(path.parent_path() / path.stem())) continue;
            add_source({path, with_valid_utf8(file.lexically_relative(folder).generic_string()), {}, {}});
        }
        if (!has_documents)
            throw Error(
                ErrorKind::usage, folder.string(),
                "holds no document that demarche reads (" + listed(extensions_) + "), nor a " + manifest_name);
    }

    static std::vector<fs::path> files_in(const fs::path& folder) {
        std::vector<fs::path> files;
        try {
            for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator();
                 ++entry) {
                std::error_code ignored;  // a link that leads nowhere is no document
                if (is_hidden(entry->path())) {
                    entry.disable_recursion_pending();
                } else if (entry->is_regular_file(ignored)) {
                    files.push_back(entry->path());
                }
            }
        } catch (const fs::filesystem_error& failure) {
            throw Error(ErrorKind::unreadable, failure.path1().empty() ? folder.string() : failure.path1().string(),
                        "cannot be searched: " + failure.code().message());
        }
        std::sort(files.begin(), files.end());  // the order of a folder's entries is the file system's whim
        return files;
    }

    // The documents among `files`, without those that say again what one of a preferred extension says.
    std::vector<fs::path> preferred(const std::vector<fs::path>& files) const {
        std::map<fs::path, std::size_t> best_rank;  // by path without extension
        for (const fs::path& file : files) {
            const fs::path stem = file.parent_path() / file.stem();
            const auto [best, is_new] = best_rank.emplace(stem, rank_of(file));
            if (!is_new) best->second = std::min(best->second, rank_of(file));
        }
        std::vector<fs::path> chosen;
        for (const fs::path& file : files) {
            const std::size_t rank = rank_of(file);
            if (rank < extensions_.size() && rank == best_rank.at(file.parent_path() / file.stem()))
                chosen.push_back(file);
        }
        return chosen;
    }

    const Catalogue& catalogue_;
    const std::vector<std::string>& extensions_;
    std::vector<Source> sources_;
    std::map<std::string, std::size_t> place_of_file_;  // by identity, into sources_
};

// One "_" for each character that an id cannot hold, however many bytes it has.
std::string id_from(const std::string& stem) {
    std::string id;
    for (const char letter : stem) {
        const bool is_plain = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
                              (letter >= '0' && letter <= '9') || letter == '.' || letter == '_' || letter == '-';
        const bool continues_character = (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
        if (is_plain)
            id += letter;
        else if (!continues_character)
            id += '_';
    }
    return id.empty() ? "_" : id;
}

}  // namespace

std::vector<Source> plan_sources(const std::vector<fs::path>& inputs, const Catalogue& catalogue,
                                 const std::vector<std::string>& extensions) {
    SourcePlanner planner(catalogue, extensions);
    for (const fs::path& input : inputs) planner.add(input);
    return std::move(planner).planned();
}

std::vector<std::string> document_ids(const std::vector<Source>& sources,
                                      const std::map<std::string, fs::path>& known) {
    constexpr std::size_t digits = 6;
    std::map<std::string, std::string> id_of_known;  // by path
    std::set<std::string> taken;
    for (const auto& [id, path] : known) {
        id_of_known.emplace(path.string(), id);
        taken.insert(id);
    }
    std::vector<std::string> ids;
    ids.reserve(sources.size());
    for (const Source& source : sources) {
        if (const auto found = id_of_known.find(source.path.string()); found != id_of_known.end()) {
            ids.push_back(found->second);
            continue;
        }
        const std::string plain = id_from(fs::path(source.name).stem().string());
        const std::string path = source.path.string();
        // The name first: it is the same wherever the corpus is kept, the path is not.
        std::string id = plain;
        for (const std::string& told_apart_by : {source.name, path}) {
            if (!taken.contains(id)) break;
            id = plain + "~" + sha256_of(told_apart_by).substr(0, digits);
        }
        // Two paths whose hashes begin alike: one more digit does it.
        for (std::size_t longer = digits + 1; taken.contains(id); ++longer)
            id = plain + "~" + sha256_of(path).substr(0, longer);
        taken.insert(id);
        ids.push_back(id);
    }
    return ids;
}

}  // namespace demarche
