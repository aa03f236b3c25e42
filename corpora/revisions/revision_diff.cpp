// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpora/revisions/revision_diff.hpp"

#include <algorithm>

#include "corpora/revisions/layout_changes.hpp"
#include "corpora/revisions/near_passages.hpp"
#include "corpora/revisions/own_sentences.hpp"

namespace demarche {

namespace {

constexpr double least_kept = 0.2;
constexpr std::size_t most_passages = 30;

struct KindName {
    ChangeKind kind;
    std::string_view name;
};
constexpr KindName kind_names[] = {{ChangeKind::added, "added"},       {ChangeKind::removed, "removed"},
                                   {ChangeKind::reworded, "reworded"}, {ChangeKind::moved, "moved"},
                                   {ChangeKind::split, "split"},       {ChangeKind::merged, "merged"}};

std::size_t words_in(const ComparedText& text, Stretch stretch) {
    std::size_t count = 0;
    for (std::size_t i = stretch.first; i < stretch.last; ++i) count += text[i].words.size();
    return count;
}

Passage passage_of(const ComparedText& text, Stretch stretch) {
    Passage passage{stretch, {}, {}, text[stretch.first].page, text[stretch.first].section};
    for (std::size_t i = stretch.first; i < stretch.last; ++i) {
        passage.ordinals.push_back(text[i].ordinal);
        (passage.text += passage.text.empty() ? "" : " ") += text[i].text;
    }
    return passage;
}

std::optional<ChangeKind> kind_of(const Link& link) {
    switch (link.kind) {
        case LinkKind::same: return link.is_moved ? std::optional(ChangeKind::moved) : std::nullopt;
        case LinkKind::reworded: return ChangeKind::reworded;
        case LinkKind::added: return ChangeKind::added;
        case LinkKind::removed: return ChangeKind::removed;
        case LinkKind::split: return ChangeKind::split;
        case LinkKind::merged: return ChangeKind::merged;
    }
    return std::nullopt;
}

// In one paragraph, or torn by the end of a page.
bool follows_in_paragraph(const ComparedText& text, Stretch stretch, Stretch next) {
    if (stretch.last != next.first) return false;
    const ComparedSentence &last = text[stretch.last - 1], &first = text[next.first];
    const bool is_torn = last.page != first.page && last.role == BlockRole::body && first.role == BlockRole::body &&
                         !ends_as_sentence(last.text);
    return last.paragraph == first.paragraph || is_torn;
}

class DiffBuilder {
public:
    DiffBuilder(const RevisionSide& before, const RevisionSide& after, const RevisionKnowledge& knowledge)
        : before_(before), after_(after), knowledge_(knowledge), printed_before_(before), printed_after_(after) {}

    RevisionDiff build() {
        diff_.substance = compare_substance(before_, after_, knowledge_);
        count_sizes();
        diff_.is_other_language =
            before_.language != after_.language && !before_.language.empty() && !after_.language.empty();
        if (diff_.is_other_language) {
            // Every heading would be gained or lost.
            diff_.substance.sections_gained.clear();
            diff_.substance.sections_lost.clear();
            return std::move(diff_);
        }
        const std::vector<Link> links = align(before_.text, after_.text);
        std::size_t words_related = 0;
        for (const Link& link : links) {
            if (!link.before.empty() && !link.after.empty()) words_related += words_in(after_.text, link.after);
            if (link.kind == LinkKind::same) diff_.stat.words_kept += words_in(after_.text, link.after);
            add(link);
        }
        diff_.is_rewritten =
            diff_.stat.words_before > 0 && diff_.stat.words_after > 0 &&
            static_cast<double>(words_related) < least_kept * static_cast<double>(diff_.stat.words_after);
        if (diff_.is_rewritten) add_passages(links);
        count_changes();
        return std::move(diff_);
    }

private:
    void count_sizes() {
        diff_.stat.sentences_before = before_.text.size();
        diff_.stat.sentences_after = after_.text.size();
        diff_.stat.words_before = words_in(before_.text, {0, before_.text.size()});
        diff_.stat.words_after = words_in(after_.text, {0, after_.text.size()});
    }

    void add(const Link& link) {
        const std::optional<ChangeKind> kind = kind_of(link);
        if (!kind || is_layout(*kind, link) || continues_last(*kind, link)) return;
        Change change{*kind, {}, {}, link.is_moved, {}, {}, link.likeness};
        if (!link.before.empty()) change.before = passage_of(before_.text, link.before);
        if (!link.after.empty()) change.after = passage_of(after_.text, link.after);
        std::vector<OwnSentence> beside;
        if (change.before && change.after && *kind != ChangeKind::moved) beside = compare_words(link, change);
        if (beside.empty() || has_changed_words(change)) {
            if (!has_other_borders_only(change.words, {before_.text, link.before, printed_before_},
                                        {after_.text, link.after, printed_after_}))
                diff_.changes.push_back(std::move(change));
        } else if (link.is_moved) {
            change.kind = ChangeKind::moved;
            change.words.clear();
            diff_.changes.push_back(std::move(change));
        }
        for (const OwnSentence& sentence : beside) add(sentence, link);
    }

    // What was added to a sentence or removed from it, and is one of its own.
    void add(const OwnSentence& sentence, const Link& link) {
        const bool is_added = sentence.fate == WordFate::added;
        if ((is_added ? printed_before_ : printed_after_).prints(sentence.keys)) return;
        Change change{is_added ? ChangeKind::added : ChangeKind::removed, {}, {}, false, {}, {}, 0};
        (is_added ? change.after : change.before) =
            is_added ? passage_of(after_.text, link.after) : passage_of(before_.text, link.before);
        (is_added ? change.after : change.before)->text = sentence.text;
        diff_.changes.push_back(std::move(change));
    }

    static bool has_changed_words(const Change& change) {
        return std::any_of(change.words.begin(), change.words.end(),
                           [](const WordRun& run) { return run.fate != WordFate::kept; });
    }

    bool is_layout(ChangeKind kind, const Link& link) const {
        if (kind == ChangeKind::moved) return printed_before_.is_running_line(before_.text[link.before.first]);
        if (kind == ChangeKind::removed) return printed_after_.explains(printed_before_, before_.text, link.before);
        if (kind == ChangeKind::added) return printed_before_.explains(printed_after_, after_.text, link.after);
        return false;
    }

    std::vector<OwnSentence> compare_words(const Link& link, Change& change) {
        change.words = diff_words(before_.text, link.before, after_.text, link.after);
        if (link.before.size() + link.after.size() > 2) take_out_marks(change.words);
        std::vector<OwnSentence> beside = take_own_sentences(change.words, change.before->text, change.after->text);
        change.strength = knowledge_.firmness.change(change.words, after_.text[link.after.first].language);
        return beside;
    }

    // Sentences of one paragraph that came, went or moved together are one change.
    bool continues_last(ChangeKind kind, const Link& link) {
        if (diff_.changes.empty() || diff_.changes.back().kind != kind) return false;
        Change& last = diff_.changes.back();
        const bool is_on = kind == ChangeKind::removed || kind == ChangeKind::added || kind == ChangeKind::moved;
        if (!is_on || (last.before && !follows_in_paragraph(before_.text, last.before->sentences, link.before)) ||
            (last.after && !follows_in_paragraph(after_.text, last.after->sentences, link.after)))
            return false;
        if (last.before) last.before = passage_of(before_.text, {last.before->sentences.first, link.before.last});
        if (last.after) last.after = passage_of(after_.text, {last.after->sentences.first, link.after.last});
        return true;
    }

    void add_passages(const std::vector<Link>& links) {
        std::vector<std::size_t> removed, added;
        for (const Link& link : links) {
            if (link.kind == LinkKind::removed) removed.push_back(link.before.first);
            if (link.kind == LinkKind::added) added.push_back(link.after.first);
        }
        for (const NearPassage& near : near_passages(before_.text, removed, after_.text, added, most_passages)) {
            Change change{ChangeKind::reworded, {}, {}, false, {}, {}, near.likeness};
            change.before = passage_of(before_.text, {near.before, near.before + 1});
            change.after = passage_of(after_.text, {near.after, near.after + 1});
            diff_.passages.push_back(std::move(change));
        }
    }

    void count_changes() {
        for (const Change& change : diff_.changes) {
            ++diff_.stat.kinds[static_cast<std::size_t>(change.kind)];
            if (change.strength == Strength::stronger) ++diff_.stat.stronger;
            if (change.strength == Strength::weaker) ++diff_.stat.weaker;
        }
    }

    const RevisionSide& before_;
    const RevisionSide& after_;
    const RevisionKnowledge& knowledge_;
    const PrintedText printed_before_, printed_after_;
    RevisionDiff diff_;
};

}  // namespace

std::string_view to_string(ChangeKind kind) noexcept {
    for (const KindName& entry : kind_names)
        if (entry.kind == kind) return entry.name;
    return "unknown";
}

std::optional<ChangeKind> change_kind_named(std::string_view word) noexcept {
    for (const KindName& entry : kind_names)
        if (entry.name == word) return entry.kind;
    return std::nullopt;
}

RevisionDiff compare_revisions(const RevisionSide& before, const RevisionSide& after,
                               const RevisionKnowledge& knowledge) {
    return DiffBuilder(before, after, knowledge).build();
}

}  // namespace demarche
