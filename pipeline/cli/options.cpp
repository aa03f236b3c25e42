// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "pipeline/cli/command.hpp"

namespace demarche::cli {

void add_format(CLI::App& command, OutputFormat& format) {
    static const std::map<std::string, OutputFormat> names = {{"text", OutputFormat::text},
                                                              {"json", OutputFormat::json}};
    add_choice(command, "--format", format, names, "text (for people) or json (for programs)")
        ->type_name("FORMAT")
        ->default_str("text");
}

void add_reading(CLI::App& command, PageReaderOptions& reading) {
    const ReadingLimits defaults;
    command
        .add_option_function<std::uint32_t>(
            "--timeout",
            [&reading](std::uint32_t seconds) { reading.limits.timeout = std::chrono::seconds(seconds); },
            "What a document may take, and again every four of its pages by OCR; what was read till then is kept")
        ->check(CLI::Range(1U, 1'000'000U).description(""))
        ->type_name("SECONDS")
        ->default_str(std::to_string(defaults.timeout.count()));
    command.add_option("--memory", reading.limits.memory, "What reading a document may take of memory")
        ->check(CLI::Range(256U, 1'000'000U).description(""))
        ->type_name("MIB")
        ->default_str(std::to_string(defaults.memory));
    command.add_flag("--in-process", reading.in_process,
                     "Read files in this process, without these limits: to debug and to measure");
}

void add_ocr(CLI::App& command, OcrMode& ocr) {
    static const std::map<std::string, OcrMode> names = {
        {"auto", OcrMode::automatic}, {"never", OcrMode::never}, {"always", OcrMode::always}};
    add_choice(command, "--ocr", ocr, names,
               "Pages read by optical character recognition: auto (pictures of text, and text layers that do "
               "not say what is printed), never, or always (every page)")
        ->type_name("MODE")
        ->default_str("auto");
}

void add_codebook_option(CLI::App& command, std::vector<std::string>& codebook) {
    command
        .add_option("--codebook", codebook,
                    "A codebook (file or folder) in place of the shipped one; +PATH adds it to the shipped one")
        ->type_name("PATH")
        ->allow_extra_args(false);
}

}  // namespace demarche::cli
