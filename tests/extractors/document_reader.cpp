// SPDX-License-Identifier: GPL-3.0-or-later
#include "extractors/document_reader.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "tests/extractors/file_content.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

TEST_CASE("A document is read from its bytes to its sentences") {
    const std::string bytes = bytes_of("two_pages.pdf");
    const ReadDocument document = read_document(bytes, "ken_2019_en.pdf", {}, {});
    CHECK(document.quality.pages == 2);
    CHECK(document.quality.words == 5);
    REQUIRE(document.pages.size() == 2);
    REQUIRE(document.facts.year);
    CHECK(document.facts.year->value == 2019);
    REQUIRE(document.sentences.size() == 3);
    CHECK(document.text.slice(document.sentences[2].span) == "States met.");
    CHECK(document.sentences[2].page == 2);
    const auto boxes = document.text.origin(document.sentences[2].span);
    REQUIRE(boxes.size() == 1);
    CHECK(boxes[0].page == 2);
    CHECK(boxes[0].box.x0 == Approx(50).margin(1));
    CHECK(boxes[0].box.x1 == Approx(116).margin(1));
    SECTION("in the language that the manifest says") {
        DocumentFacts declared;
        declared.language = Fact<std::string>{"fr", Provenance::manifest};
        CHECK(read_document(bytes, "x.pdf", declared, {}).sentences[0].language == "fr");
    }
    SECTION("by many threads at once") {
        std::vector<std::string> texts(8);
        std::vector<std::thread> threads;
        threads.reserve(texts.size());
        for (std::string& text : texts)
            threads.emplace_back([&bytes, &text] { text = read_document(bytes, "x.pdf", {}, {}).text.text(); });
        for (std::thread& thread : threads) thread.join();
        for (const std::string& text : texts) CHECK(text == document.text.text());
    }
}
