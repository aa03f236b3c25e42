// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/commitment.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace demarche {

namespace {

// Hedges lower whatever stands beside them.
enum Level : int { hedged = 1, permitted = 2, intended = 3, stated = 4, required = 5 };

struct Phrases {
    std::string_view language;
    Level level;
    std::string_view phrases;  // parted by '|', words by blanks, folded as ComparedWord::key
};

// By language, as sentences of strategies have them.
constexpr std::array<Phrases, 30> scale = {{
    {"en", required,
     "must|shall|is required to|are required to|is obliged to|are obliged to|has to|have to|is obligated to|are "
     "obligated to|is mandatory|are mandatory"},
    {"en", stated,
     "will|is committed to|are committed to|commits to|commit to|undertakes to|undertake to|pledges to|pledge "
     "to|guarantees|guarantee"},
    {"en", intended,
     "should|ought to|intends to|intend to|plans to|plan to|aims to|aim to|seeks to|seek to|strives to|strive "
     "to|endeavours to|endeavour to|expects to|hopes to|is expected to|are expected to|is encouraged to|are "
     "encouraged to"},
    {"en", permitted, "may|can|could|might|would|is able to|are able to|is invited to|are invited to"},
    {"en", hedged,
     "consider|considers|considering|explore|explores|exploring|examine|examines|examining|look into|looks "
     "into|where "
     "possible|where appropriate|as appropriate|if possible|to the extent possible|when feasible|where feasible"},
    {"fr", required,
     "doit|doivent|devra|devront|est tenu de|sont tenus de|est obligatoire|sont obligatoires|il faut"},
    {"fr", stated, "s engage à|s engagent à|nous nous engageons à|garantit|garantira|garantiront"},
    {"fr", intended,
     "devrait|devraient|vise à|visent à|entend|entendent|souhaite|souhaitent|cherche à|cherchent à|a l intention "
     "de|ont l "
     "intention de|prévoit de|prévoient de|s efforce de|s efforcera de|ambitionne de"},
    {"fr", permitted, "peut|peuvent|pourra|pourront|pourrait|pourraient"},
    {"fr", hedged,
     "envisage|envisagera|envisager|examine|examinera|examiner|étudie|étudiera|étudier|dans la mesure du "
     "possible|le cas "
     "échéant|si possible"},
    {"es", required, "debe|deben|deberá|deberán|tiene que|tienen que|ha de|han de|está obligado a|es obligatorio"},
    {"es", stated, "se compromete a|se comprometen a|nos comprometemos a|garantiza|garantizará|garantizarán"},
    {"es", intended,
     "debería|deberían|procura|procurará|procurarán|pretende|pretenden|busca|buscan|buscará|buscarán|aspira "
     "a|aspiran a|tiene "
     "la intención de|se propone|se proponen|prevé|prevén|se esforzará"},
    {"es", permitted, "puede|pueden|podrá|podrán|podría|podrían"},
    {"es", hedged,
     "considera|considerará|considerarán|considerar|estudia|estudiará|estudiar|examina|examinará|examinar|explora|"
     "explorará|"
     "explorar|en la medida de lo posible|cuando proceda|si es posible"},
    {"pt", required, "deve|devem|deverá|deverão|tem de|têm de|tem que|é obrigatório|é obrigado a"},
    {"pt", stated, "compromete se a|comprometem se a|garante|garantirá|garantirão"},
    {"pt", intended,
     "deveria|deveriam|procura|procurará|pretende|pretendem|busca|buscam|buscará|visa|visam|aspira a|tem a "
     "intenção "
     "de|propõe se|prevê"},
    {"pt", permitted, "pode|podem|poderá|poderão|poderia|poderiam"},
    {"pt", hedged,
     "considera|considerará|considerar|estuda|estudará|estudar|examina|examinará|examinar|na medida do "
     "possível|quando "
     "apropriado|se possível"},
    {"de", required, "muss|müssen|hat zu|haben zu|ist verpflichtet|sind verpflichtet"},
    {"de", stated, "wird|werden|verpflichtet sich|verpflichten sich|gewährleistet"},
    {"de", intended,
     "soll|sollen|sollte|sollten|strebt|streben|beabsichtigt|beabsichtigen|will|wollen|plant|planen|bemüht "
     "sich|zielt"},
    {"de", permitted, "kann|können|könnte|könnten|darf|dürfen"},
    {"de", hedged, "prüft|prüfen|erwägt|erwägen|untersucht|soweit möglich|wenn möglich|gegebenenfalls"},
    {"ru", required, "должен|должна|должно|должны|обязан|обязана|обязаны|необходимо"},
    {"ru", stated, "будет|будут|обязуется|обязуются|гарантирует"},
    {"ru", intended,
     "намерен|намерена|намерены|планирует|планируют|планируется|следует|стремится|стремятся|предполагается"},
    {"ru", permitted, "может|могут|могла бы|мог бы|могли бы"},
    {"ru", hedged, "рассмотреть|рассмотрит|рассматривает|изучить|изучит|по возможности|при необходимости"},
}};

struct Negators {
    std::string_view language, words;
};
constexpr std::array<Negators, 6> negators = {{{"en", "not|never|cannot|neither|nor|refrain"},
                                               {"fr", "ne|n|ni|jamais"},
                                               {"es", "no|nunca|ni|jamás"},
                                               {"pt", "não|nunca|nem|jamais"},
                                               {"de", "nicht|kein|keine|keinen|nie|niemals"},
                                               {"ru", "не|нет|ни|никогда"}}};

// The words of one side, and which of them are changed.
struct SideWords {
    std::vector<std::string_view> keys;
    std::vector<bool> is_changed;
};

SideWords side_of(const std::vector<WordRun>& runs, WordFate other) {
    SideWords side;
    for (const WordRun& run : runs) {
        if (run.fate == other) continue;
        side.keys.insert(side.keys.end(), run.keys.begin(), run.keys.end());
        side.is_changed.insert(side.is_changed.end(), run.keys.size(), run.fate != WordFate::kept);
    }
    return side;
}

// Calls with each of the parts between the bars.
template <typename Visitor>
void for_each_part(std::string_view list, char bar, const Visitor& visit) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(bar), list.size());
        visit(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

// The number of words of a phrase that stands at `at`; 0: it does not.
std::size_t length_at(std::string_view phrase, const SideWords& side, std::size_t at) {
    std::size_t length = 0;
    bool matches = true;
    for_each_part(phrase, ' ', [&](std::string_view word) {
        matches = matches && at + length < side.keys.size() && side.keys[at + length] == word;
        ++length;
    });
    return matches ? length : 0;
}

struct Found {
    std::size_t first = 0, last = 0;
    Level level = stated;
};

// All modals of one side, in order; of those at one place the longest.
std::vector<Found> modals_of(const SideWords& side, std::string_view language) {
    std::vector<Found> found;
    for (std::size_t at = 0; at < side.keys.size(); ++at) {
        Found best{at, at, stated};
        for (const Phrases& entry : scale) {
            if (entry.language != language) continue;
            for_each_part(entry.phrases, '|', [&](std::string_view phrase) {
                const std::size_t length = length_at(phrase, side, at);
                if (length > best.last - best.first) best = {at, at + length, entry.level};
            });
        }
        if (best.last > best.first) found.push_back(best);
    }
    return found;
}

// What the changed words say: the weakest among them, as a hedge takes back what a modal gives.
std::optional<int> level_of_changed(const SideWords& side, std::string_view language) {
    std::optional<int> level;
    for (const Found& modal : modals_of(side, language)) {
        bool is_changed = false;
        for (std::size_t i = modal.first; i < modal.last; ++i) is_changed = is_changed || side.is_changed[i];
        if (is_changed) level = std::min<int>(level.value_or(modal.level), modal.level);
    }
    return level;
}

// What governs the sentence: its first modal, or the hedge right behind it.
std::optional<int> level_of_first(const SideWords& side, std::string_view language) {
    constexpr std::size_t right_behind = 3;
    const std::vector<Found> modals = modals_of(side, language);
    if (modals.empty()) return std::nullopt;
    int level = modals.front().level;
    for (const Found& modal : modals)
        if (modal.first <= modals.front().last + right_behind) level = std::min<int>(level, modal.level);
    return level;
}

std::size_t negations_in(const SideWords& side, std::string_view language) {
    std::size_t count = 0;
    for (const Negators& entry : negators) {
        if (entry.language != language) continue;
        for_each_part(entry.words, '|', [&](std::string_view word) {
            count += static_cast<std::size_t>(std::count(side.keys.begin(), side.keys.end(), word));
        });
    }
    return count;
}

Strength compared(int before, int after) {
    if (before == after) return Strength::same;
    return after > before ? Strength::stronger : Strength::weaker;
}

}  // namespace

std::string_view to_string(Strength strength) noexcept {
    switch (strength) {
        case Strength::weaker: return "weaker";
        case Strength::same: return "same";
        case Strength::stronger: return "stronger";
    }
    return "unknown";
}

std::optional<Strength> change_of_strength(const std::vector<WordRun>& runs, std::string_view language) {
    const SideWords before = side_of(runs, WordFate::added), after = side_of(runs, WordFate::removed);
    const auto changed = [](const SideWords& side) {
        return static_cast<std::size_t>(std::count(side.is_changed.begin(), side.is_changed.end(), true));
    };
    const bool is_mostly_new = 2 * (changed(before) + changed(after)) > before.keys.size() + after.keys.size();
    const auto level = is_mostly_new ? level_of_first : level_of_changed;
    const std::optional<int> old_level = level(before, language), new_level = level(after, language);
    const std::size_t old_negations = negations_in(before, language), new_negations = negations_in(after, language);
    if (!old_level && !new_level) {
        if (old_negations == new_negations || is_mostly_new) return std::nullopt;
        return old_negations < new_negations ? Strength::weaker : Strength::stronger;
    }
    const Strength strength = compared(old_level.value_or(stated), new_level.value_or(stated));
    if (strength == Strength::same && old_negations != new_negations && !is_mostly_new)
        return old_negations < new_negations ? Strength::weaker : Strength::stronger;
    return strength;
}

}  // namespace demarche
