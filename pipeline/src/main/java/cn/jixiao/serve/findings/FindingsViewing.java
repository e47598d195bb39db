package cn.jixiao.serve.findings;

import cn.jixiao.export.Operands;
import cn.jixiao.index.SearchResult;
import cn.jixiao.review.Correction;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Verdicts;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.findings.FindingList.Found;
import cn.jixiao.serve.findings.FindingsView.Chip;
import cn.jixiao.serve.findings.FindingsView.Choice;
import cn.jixiao.serve.findings.FindingsView.Choices;
import cn.jixiao.serve.findings.FindingsView.Item;
import cn.jixiao.serve.findings.FindingsView.Operand;
import cn.jixiao.serve.report.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the view of the findings page.
record FindingsViewing(Library library, Words words, Operands operands, Standing standing, AskedFindings asked) {

    private static final int MOST_OPERANDS = 30;
    private static final String HERE = "/findings";

    FindingsView view(FindingList.Page found, String who, Map<String, List<SearchResult.Count>> facets) {
        var items = found.items().stream().map(this::item).toList();
        boolean more = found.total() > (long) asked.page() * FindingsPage.PAGE;
        return new FindingsView(words.text(found.whole() ? "findings.total" : "findings.total.least", Words.grouped(found.total())),
                asked.report(), filters(facets), chips(found.items()), items,
                asked.page() > 1 ? asked.page(asked.page() - 1).href(HERE) : "", more ? asked.page(asked.page() + 1).href(HERE) : "",
                asked.page(1).href("/findings.xlsx"), asked.page(1).href("/findings.jsonl"), who);
    }

    private List<Choices> filters(Map<String, List<SearchResult.Count>> facets) {
        return List.of(
                new Choices(words.text("findings.state"), AskedFindings.STATES.stream().map(each -> new Choice(words.text("findings.state." + each),
                        "", asked.state(each).href(HERE), each.equals(asked.state()))).toList()),
                new Choices(words.text("filter.severity"), facets.get("severity").stream().filter(each -> each.count() > 0)
                        .map(each -> new Choice(words.text("severity." + each.value()), String.valueOf(each.count()),
                                asked.severity(each.value().equals(asked.severity()) ? "" : each.value()).href(HERE),
                                each.value().equals(asked.severity()))).toList()),
                new Choices(words.text("filter.rule"), facets.get("rule").stream().map(each -> new Choice(rule(each.value()),
                        String.valueOf(each.count()), asked.rule(each.value().equals(asked.rule()) ? "" : each.value()).href(HERE),
                        each.value().equals(asked.rule()))).toList()));
    }

    private List<Chip> chips(List<Found> found) {
        var chips = new ArrayList<Chip>();
        if (!asked.severity().isEmpty()) {
            chips.add(new Chip(words.text("filter.severity"), words.text("severity." + asked.severity()), asked.severity("").href(HERE)));
        }
        if (!asked.rule().isEmpty()) {
            chips.add(new Chip(words.text("filter.rule"), rule(asked.rule()), asked.rule("").href(HERE)));
        }
        if (!asked.report().isEmpty()) {
            chips.add(new Chip(words.text("search.in.reports"), found.isEmpty() ? asked.report() : found.getFirst().title(),
                    asked.report("").href(HERE)));
        }
        if (!asked.words().isEmpty()) {
            chips.add(new Chip(words.text("search.label"), asked.words(), asked.words("").href(HERE)));
        }
        return chips;
    }

    private String rule(String id) {
        return library.ruleName(id, words);
    }

    private Item item(Found found) {
        var finding = found.finding();
        var verdict = FindingsPage.verdict(Verdicts.byName(standing), standing, operands, finding);
        var name = FindingName.of(finding);
        return new Item(finding.docId(), name, finding.severity().key(), words.text("severity." + finding.severity().key()), rule(finding.rule()),
                finding.message(), found.title(), Links.report(finding.docId()), operands.of(finding).stream()
                .limit(MOST_OPERANDS).map(each -> new Operand(each.raw().strip(), each.label(), Links.observation(each.docId(), each.id()))).toList(),
                verdict == null ? "" : verdict.correction() instanceof Correction.DismissFinding ? "dismissed" : "accepted",
                verdict == null ? "" : FigureView.by(verdict.who(), verdict.when(), verdict.why(), words), verdict == null ? "" : verdict.id(),
                standing.version("#" + name));
    }
}
