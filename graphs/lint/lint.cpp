// SPDX-License-Identifier: GPL-3.0-or-later
#include "graphs/lint/lint.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "graphs/lint/gexf_checks.hpp"
#include "graphs/lint/graphml_checks.hpp"
#include "graphs/lint/xml_stream.hpp"

namespace demarche::lint {

namespace {

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view prefix_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

// Chooses the checks by the root element, and hands on what belongs to the format: elements of other
// namespaces are other programs' business.
class Dispatcher : public XmlHandler {
public:
    explicit Dispatcher(Report& report) : report_(report) {}

    void start(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) override {
        if (!has_root_) choose(name, attributes, line);
        if (checks_) checks_->start(is_foreign(name) ? name : without_prefix(name), attributes, line);
    }

    void end(std::string_view name) override {
        if (checks_) checks_->end(is_foreign(name) ? name : without_prefix(name));
    }

    void text(std::string_view part) override {
        if (checks_) checks_->text(part);
    }

private:
    bool is_foreign(std::string_view name) const { return prefix_of(name) != prefix_; }

    void choose(std::string_view name, const XmlAttributes& attributes, std::uint64_t line) {
        has_root_ = true;
        prefix_ = prefix_of(name);
        if (!prefix_.empty())
            report_.add(line, rules::prefix, "the root element is <" + std::string(name) + ">, with a prefix");
        const std::string attribute = prefix_.empty() ? "xmlns" : "xmlns:" + prefix_;
        const std::string name_space(value_of(attributes, attribute).value_or(""));
        if (without_prefix(name) == "graphml")
            checks_ = graphml_checks(report_, name_space, line);
        else if (without_prefix(name) == "gexf")
            checks_ = gexf_checks(report_, name_space, line);
    }

    Report& report_;
    std::unique_ptr<XmlHandler> checks_;
    std::string prefix_;
    bool has_root_ = false;
};

}  // namespace

void Report::add(std::uint64_t line, const ReaderRule& rule, std::string what) {
    ++total_;
    if (++counts_[rule.name] <= kept_of_each) findings_.push_back({line, &rule, std::move(what)});
}

std::vector<Defect> Report::findings() const {
    std::vector<Defect> sorted = findings_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Defect& left, const Defect& right) { return left.line < right.line; });
    return sorted;
}

std::uint64_t Report::count(std::string_view rule) const {
    const auto found = counts_.find(rule);
    return found == counts_.end() ? 0 : found->second;
}

Report check_graph_file(std::istream& in) {
    Report report;
    Dispatcher dispatcher(report);
    const auto problem = read_xml(
        in, dispatcher, [&](const XmlProblem& at) { report.add(at.line, rules::invalid_character, at.what); },
        [&](const XmlProblem& at) { report.add(at.line, rules::encoding, at.what); });
    if (problem)
        report.add(problem->line, rules::not_well_formed, problem->what + "; what follows was not looked at");
    report.is_readable = !problem && !report.format.empty();
    return report;
}

}  // namespace demarche::lint
