// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include "extractors/text/sentences.hpp"
#include "tests/extractors/shown.hpp"

using namespace demarche;

using Lines = std::vector<std::string>;

namespace {

Lines split(const std::string& text, const std::string& language = "en") {
    SentenceSplitter splitter(language);
    Lines lines;
    for (const Span span : splitter.split(text)) lines.push_back(text.substr(span.begin(), span.length()));
    return lines;
}

bool is_whole(const std::string& text, const std::string& language = "en") {
    return split(text, language) == Lines{text};
}

}  // namespace

TEST_CASE("A text is split where sentences end") {
    CHECK(split("We act. They act! Do you?") == Lines{"We act.", "They act!", "Do you?"});
    CHECK(split("").empty());
    CHECK(split("   ").empty());
    CHECK(split("  We act.  They act. ") == Lines{"We act.", "They act."});
    CHECK(split("No full stop at the end") == Lines{"No full stop at the end"});
}

TEST_CASE("An abbreviation does not end a sentence") {
    CHECK(is_whole("See Art. 5 of the treaty."));
    CHECK(is_whole("Resolution No. 12 was adopted."));
    CHECK(is_whole("It is in U.N. Doc. A/70/174 of 2015."));
    CHECK(is_whole("It is on p. 26 and pp. 30 to 40."));
    CHECK(is_whole("Some states, e.g. Estonia, agree."));
    CHECK(is_whole("A norm, i.e. Rule 5, applies."));
    CHECK(is_whole("Dr. Smith and Mr. J. R. Jones agreed."));
    CHECK(is_whole("Ministries, agencies, etc. are involved."));
    SECTION("nor where a number follows that may") {
        CHECK(split("They said no. We said yes.") == Lines{"They said no.", "We said yes."});
        CHECK(split("He lives in Washington, D.C. Nothing else is known.").size() <= 2);
    }
}

TEST_CASE("The mark of an item belongs to it") {
    CHECK(split("1. Protect networks. 2. Share threats.") == Lines{"1. Protect networks.", "2. Share threats."});
    CHECK(is_whole("(a) Protect networks."));
    CHECK(is_whole("2.3. Protect networks."));
    CHECK(is_whole("IV. Protect networks."));
}

TEST_CASE("Dashes and bullets after a full stop begin the next item") {
    CHECK(split("Networks are safe. - Threats are shared.") ==
          Lines{"Networks are safe.", "- Threats are shared."});
    CHECK(split("Networks are safe. \xE2\x80\x94 Threats are shared.") ==
          Lines{"Networks are safe.", "\xE2\x80\x94 Threats are shared."});
    CHECK(split("We shall: \xE2\x80\xA2 protect networks; \xE2\x80\xA2 share threats.") ==
          Lines{"We shall:", "\xE2\x80\xA2 protect networks;", "\xE2\x80\xA2 share threats."});
    CHECK(is_whole("Safe networks - and shared threats - matter."));
    CHECK(is_whole("See no. - the number is missing."));
}

TEST_CASE("A note number after a full stop does not hide where the sentence ends") {
    CHECK(split("It holds for all networks.12 The next one follows.") ==
          Lines{"It holds for all networks.12", "The next one follows."});
    CHECK(is_whole("It is so under art.12 The Hague Convention."));
    CHECK(is_whole("In version v2.0 The Hague is named."));
}

TEST_CASE("A quotation stays in its sentence") {
    CHECK(is_whole("He said \"Stop!\" and left."));
    CHECK(is_whole("The slogan \xE2\x80\x9CWho pays?\xE2\x80\x9D is known."));
    CHECK(split("He said \"Stop.\" Then he left.") == Lines{"He said \"Stop.\"", "Then he left."});
    CHECK(split("It is so (see above). Then it changed.") == Lines{"It is so (see above).", "Then it changed."});
}

TEST_CASE("Numbers and addresses hold full stops") {
    CHECK(is_whole("It grew by 3.5 per cent on www.example.org in v2.0 of it."));
    CHECK(is_whole("A budget of US$1.5 billion."));
}

TEST_CASE("Sentences are split in every language that strategies come in") {
    SECTION("French") {
        CHECK(is_whole("Selon l'art. 5 et le n\xC2\xB0 12, M. Dupont agit.", "fr"));
        CHECK(split("L'État agit. La stratégie suit.", "fr") == Lines{"L'État agit.", "La stratégie suit."});
    }
    SECTION("Spanish") {
        CHECK(is_whole("El Sr. Pérez y la Sra. Gómez, p. ej. en la pág. 5.", "es"));
        CHECK(split("¿Quién actúa? El Estado actúa.", "es") == Lines{"¿Quién actúa?", "El Estado actúa."});
    }
    SECTION("German") {
        CHECK(is_whole("Gemäß Art. 5 Abs. 2, z.B. Nr. 7, gilt das.", "de"));
        CHECK(split("Der Staat handelt. Wir auch.", "de") == Lines{"Der Staat handelt.", "Wir auch."});
    }
    SECTION("Russian") {
        CHECK(is_whole("В 2016 г. Указ был принят, см. ст. 5.", "ru"));
        CHECK(split("Мы действуем. Они тоже.", "ru") == Lines{"Мы действуем.", "Они тоже."});
    }
    SECTION("Chinese and Japanese") {
        CHECK(split("维护网络安全。加强国际合作。", "zh") == Lines{"维护网络安全。", "加强国际合作。"});
        CHECK(split("安全を守る。協力する。", "ja") == Lines{"安全を守る。", "協力する。"});
    }
    SECTION("Arabic and Hindi") {
        CHECK(split("هل نعمل؟ نعم نعمل.", "ar") == Lines{"هل نعمل؟", "نعم نعمل."});
        CHECK(split("हम काम करते हैं। वे भी।", "hi") == Lines{"हम काम करते हैं।", "वे भी।"});
    }
}
