// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/knowledge.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "corpora/model/error.hpp"
#include "corpora/readers/catalogue.hpp"
#include "corpora/readers/codebook.hpp"

namespace demarche {

namespace fs = std::filesystem;

fs::path data_folder() {
    std::vector<fs::path> places;
    if (const char* chosen = std::getenv("DEMARCHE_DATA"); chosen && *chosen) {
        places.emplace_back(chosen);  // said explicitly: no other will do
    } else {
        std::error_code ignored;
        const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
        if (!program.empty()) places.push_back(program.parent_path() / DEMARCHE_INSTALLED_DATA);
        places.emplace_back(DEMARCHE_SOURCE_DATA);
    }
    std::error_code ignored;
    for (const fs::path& place : places)
        if (fs::is_directory(place / "codebooks", ignored)) return fs::weakly_canonical(place, ignored);
    throw Error(ErrorKind::missing, places.front().string(),
                "holds no `codebooks` folder; reinstall demarche, or set DEMARCHE_DATA to the folder that holds "
                "`codebooks` and `catalogue`");
}

std::vector<fs::path> codebook_paths(const std::vector<std::string>& options) {
    std::vector<fs::path> paths;
    const bool replaces =
        std::any_of(options.begin(), options.end(), [](const auto& o) { return !o.starts_with('+'); });
    if (!replaces) paths.push_back(data_folder() / "codebooks");
    for (const std::string& option : options)
        paths.emplace_back(option.starts_with('+') ? option.substr(1) : option);
    return paths;
}

Knowledge load_knowledge(const std::vector<std::string>& codebook_options) {
    Knowledge knowledge;
    knowledge.catalogue = read_catalogue(data_folder() / "catalogue" / "states.csv");
    knowledge.codebook = read_codebook(codebook_paths(codebook_options), codebook_of_states(knowledge.catalogue));
    return knowledge;
}

}  // namespace demarche
