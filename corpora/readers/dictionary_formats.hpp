// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "corpora/readers/dictionary.hpp"

// The parsers behind dictionary_formats(), each in a file of its own. For the readers alone.

namespace demarche {

Checked<Dictionary> parse_yaml_dictionary(std::string_view text, const std::string& name);
Checked<Dictionary> parse_liwc_dictionary(std::string_view text, const std::string& name);
Checked<Dictionary> parse_lexicoder_dictionary(std::string_view text, const std::string& name);
Checked<Dictionary> parse_table_dictionary(std::string_view text, const std::string& name);

}  // namespace demarche
