// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/guidelines.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "corpora/model/error.hpp"
#include "corpora/readers/guideline.hpp"
#include "corpora/readers/text_file.hpp"
#include "pipeline/knowledge.hpp"

namespace demarche {

namespace fs = std::filesystem;

Guideline load_guideline(const std::string& name_or_file, const Codebook& codebook) {
    std::vector<std::string> names;
    for (const fs::path& file : guideline_files(data_folder() / "guidelines")) {
        names.push_back(file.stem().string());
        if (names.back() == name_or_file) return read_guideline(file, codebook);
    }
    std::error_code ignored;
    if (fs::exists(name_or_file, ignored)) return read_guideline(name_or_file, codebook);
    std::string known;
    for (const std::string& name : names) known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorKind::usage, "--guideline",
                "there is neither a guideline nor a file \"" + name_or_file + "\"" +
                    did_you_mean(name_or_file, names) +
                    (known.empty() ? "; no guidelines are installed" : "; the guidelines are " + known));
}

std::vector<Guideline> shipped_guidelines(const Codebook& codebook) {
    std::vector<Guideline> guidelines;
    for (const fs::path& file : guideline_files(data_folder() / "guidelines")) {
        Checked<Guideline> checked = check_guideline_text(read_bytes(file), file.filename().string(), codebook);
        // With a codebook of the user's own, a shipped list may ask for codes that it has no use for.
        if (!has_errors(checked.problems)) guidelines.push_back(std::move(checked.value));
    }
    return guidelines;
}

}  // namespace demarche
