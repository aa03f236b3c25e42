// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "extractors/formats/text_layer.hpp"

using namespace demarche;

namespace {

// A page of these words, parted by spaces, all in one font.
Page page_of(std::string_view text, const std::string& font = "Calibri") {
    Page page;
    page.status = PageStatus::text;
    page.fonts.push_back({font, false, false});
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        Word added;
        added.begin = static_cast<std::uint32_t>(page.text.size());
        added.length = static_cast<std::uint32_t>(word.size());
        added.space_after = true;
        page.text += word;
        page.words.push_back(added);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return page;
}

bool is_wrong(std::string_view text, const std::string& font = "Calibri") {
    return judge_text_layer(page_of(text, font)).is_wrong;
}

constexpr std::string_view english =
    "The Government shall protect the critical information infrastructure of the State and work with partners";
constexpr std::string_view hindi =
    "सरकार देश की महत्वपूर्ण सूचना अवसंरचना की सुरक्षा के लिए सभी आवश्यक कदम उठाएगी और राज्यों के साथ मिलकर काम करेगी";
constexpr std::string_view thai =
    "รัฐบาลจะคุ้มครองโครงสร้างพื้นฐานสำคัญทางสารสนเทศของประเทศ และร่วมมือกับหน่วยงาน CERT ต่างประเทศ ปี 2568";

}  // namespace

TEST_CASE("A text layer that says what is printed is kept") {
    CHECK_FALSE(is_wrong(english));
    CHECK_FALSE(is_wrong(hindi));
    CHECK_FALSE(is_wrong(thai));
    SECTION("also where it holds addresses, abbreviations, code names and bullets") {
        CHECK_FALSE(
            is_wrong("\uF0B7 CSIRTs NCSC iPhone www.bsi.bund.de soc@cert.gov.xx GovTech OpenSSL MWh "
                     "The Government shall protect the critical information infrastructure"));
    }
    SECTION("also where a table's font leaves the layout program's tabs in words") {
        CHECK_FALSE(
            is_wrong("Minister's foreword\b4 Overview\b7 The threat environment\b10 Consultation\b15 "
                     "Our strategy\b18"));
    }
    SECTION("and a few words are not judged") {
        CHECK_FALSE(is_wrong("\uE001\uE002\uE003 fnYyh"));
    }
}

TEST_CASE("A text layer that does not say what is printed is found out") {
    SECTION("by letters that have no name") {
        std::string nameless;
        for (int i = 0; i < 10; ++i) nameless += "\uE012\uE034\uE056\uE078\uE09A ";
        CHECK(is_wrong(nameless));
    }
    SECTION("by signs that stand on nothing") {
        CHECK(is_wrong("ि\u200Bनयम िविहत ािधकरण ेशन ीमा ुरक्षा िसद्ध ौोिगक ािनत ूचना ंरक्षण िलिखत ैठक"));
    }
    SECTION("by signs and Latin letters among those of another script") {
        const TextLayer layer = judge_text_layer(
            page_of("'#>@0ค>##!@#@##?1@ค/@!!?P%ค'%อ ?\"RN&อ#์OหN@!> N#APอ !@!#@%@##?1@ค/@!!?P%ค'%อ"));
        CHECK(layer.is_wrong);
        CHECK(layer.pack == "tha");
    }
    SECTION("by the names of old fonts") {
        const std::string_view kruti = "izkf/kdkj ls izdkf'kr Hkkjr dk jkti= vlk/kkj.k lwpuk izkS|ksfxdh ea=ky;";
        const TextLayer layer = judge_text_layer(page_of(kruti, "ABCDEF+Kruti Dev 010"));
        CHECK(layer.is_wrong);
        CHECK(layer.pack == "hin");
        CHECK(is_wrong(kruti));  // and without the name, by words that no language has
    }
    SECTION("by words that no language has") {
        CHECK(
            is_wrong("7KH *RYHUQPHQW VKDOO SURWHFW WKH FULWLFDO LQIRUPDWLRQ LQIUDVWUXFWXUH RI WKH 6WDWH DQG "
                     "ZRUN ZLWK SDUWQHUV LQ WKH UHJLRQ DQG EH\\RQG LW ZLWK WKH PHDQV WKDW WKH ODZ JLYHV WR LW"));
        CHECK(is_wrong("Ãîñóäàðñòâî îáÿçàíî çàùèùàòü êðèòè÷åñêóþ èíôîðìàöèîííóþ èíôðàñòðóêòóðó ñòðàíû"));
    }
}

TEST_CASE("Letters that are wrong and odd at once count once") {
    const TextLayer layer = judge_text_layer(
        page_of("Ãîñóäàðñòâî îáÿçàíî çàùèùàòü êðèòè÷åñêóþ èíôîðìàöèîííóþ èíôðàñòðóêòóðó", "Kruti Dev 010"));
    CHECK(layer.is_wrong);
    CHECK(layer.odd_share == 1);
}

// The letters of an Arabic page came out in thirty scripts, a third of them Kannada signs: a pack for Kannada was
// asked for.
TEST_CASE("Letters of many scripts speak for none of them") {
    const TextLayer layer =
        judge_text_layer(page_of("ಾ೧ಕ್Ǌಾ ಿೀಾ್ಕa ೕಂಃಖಾ िनियमa ेशन्a ंरक्षणa ৷িa ৩া৬a ੂੀa ੇੈੋa ીુa ૂૃa ூெa ேைa ొోa ౌ్a ാിa ീുa"));
    CHECK(layer.is_wrong);
    CHECK(layer.pack.empty());
}

TEST_CASE("Fonts from before Unicode are known by their names") {
    CHECK(pack_of_legacy_font("Devnagari-ChanakyaNormalA") == "hin");
    CHECK(pack_of_legacy_font("SutonnyMJ") == "ben");
    CHECK(pack_of_legacy_font("Preeti_Bold") == "nep");
    CHECK(pack_of_legacy_font("TimesNewRomanPSMT").empty());
    CHECK(pack_of_legacy_font("Mangal").empty());
}
