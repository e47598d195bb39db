package cn.jixiao.structure;

import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The projects found so far, each once however often and under whatever number it comes back.
final class ProjectList {

    private static final int SHORTEST_PART = 4;
    private static final String PROJECT = "项目";
    private static final int LONGEST_ALIAS = 8;

    private final String text;
    private final ProjectWords known;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byNumber = new HashMap<>();

    private static final class Entry {
        private final String name;
        private final List<Span> spans = new ArrayList<>();

        Entry(String name) {
            this.name = name;
        }
    }

    ProjectList(String text, ProjectWords known) {
        this.text = text;
        this.known = known;
    }

    /// @param number what makes items of different parts the same project (`item3`), or empty
    void add(String name, Span span, String number) {
        if (name.isBlank()) {
            return;
        }
        var same = Optional.ofNullable(number.isEmpty() ? null : byNumber.get(number)).or(() -> find(name));
        var entry = same.orElseGet(() -> {
            var made = new Entry(name);
            entries.add(made);
            return made;
        });
        if (!number.isEmpty()) {
            byNumber.putIfAbsent(number, entry);
        }
        entry.spans.add(span);
    }

    boolean knows(String name) {
        return find(name).isPresent();
    }

    int size() {
        return entries.size();
    }

    String first() {
        return entries.getFirst().name;
    }

    private Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name.equals(name)).findFirst()
                .or(() -> entries.stream().filter(entry -> isPart(entry.name, name) || isPart(name, entry.name)).findFirst());
    }

    /// 慈善会 and 慈善会项目: one says less than the other, but begins alike.
    private static boolean isPart(String part, String whole) {
        return part.length() >= SHORTEST_PART && part.length() * 3 >= whole.length() * 2 && whole.startsWith(part);
    }

    /// Clauses of running text that begin with a project's name and tell a figure of it: `甲项目40万元，乙项目25万元`.
    void addClauses(Document document) {
        for (var block : document.blocks()) {
            if (block instanceof Paragraph || block instanceof Heading) {
                addClauses(block.span());
            }
        }
    }

    private void addClauses(Span block) {
        var found = new ArrayList<Clause>();
        var words = block.of(text);
        for (var entry : entries) {
            for (int at = words.indexOf(entry.name); at >= 0; at = words.indexOf(entry.name, at + entry.name.length())) {
                int start = block.start() + at;
                found.add(new Clause(entry, start, start + entry.name.length(), false));
            }
        }
        found.addAll(aliases(block));
        found.sort(Comparator.comparingInt(Clause::start).thenComparing(each -> -each.after()));
        for (int i = 0; i < found.size(); i++) {
            var clause = found.get(i);
            int next = i + 1 < found.size() ? found.get(i + 1).start() : block.end();
            int after = clause.after();
            boolean opens = clause.start() == block.start() && after < block.end() && "：:。".indexOf(text.charAt(after)) >= 0;
            if (next > after && (opens || clause.alias() || tellsFigure(after, next))) {
                clause.entry().spans.add(new Span(clause.start(), opens ? next : endOfClause(after, next)));
            }
        }
    }

    /// @param after where its name ends
    /// @param alias whether the name is shortened
    private record Clause(Entry entry, int start, int after, boolean alias) {
    }

    /// 大棚项目, where only one project has 大棚 in its name, outside what tells of some project already.
    private List<Clause> aliases(Span block) {
        var found = new ArrayList<Clause>();
        var line = block.of(text);
        for (int in = line.indexOf(PROJECT); in >= 0; in = line.indexOf(PROJECT, in + 1)) {
            int at = block.start() + in;
            int offset = at;
            boolean told = entries.stream().flatMap(entry -> entry.spans.stream()).anyMatch(span -> span.contains(offset));
            for (int from = told ? at : Math.max(block.start(), at - LONGEST_ALIAS); from <= at - 2; from++) {
                var words = text.substring(from, at);
                var named = entries.stream().filter(entry -> entry.name.contains(words)).toList();
                if (named.size() == 1 && !known.isCommon(words) && isBoundary(from, block)) {
                    found.add(new Clause(named.getFirst(), from, at + PROJECT.length(), true));
                    break;
                }
            }
        }
        return found;
    }

    private boolean isBoundary(int at, Span block) {
        return at == block.start() || "，。；、：（( \u3000\n是".indexOf(text.charAt(at - 1)) >= 0;
    }


    private boolean tellsFigure(int from, int to) {
        int i = from;
        while (i < to && i < from + 3 && "为：: 资金共约".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < to && Character.isDigit(text.charAt(i));
    }

    private int endOfClause(int from, int to) {
        for (int i = from; i < to; i++) {
            if ("。；;\n".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return to;
    }

    /// A heading may take two projects together that a table tells apart: 甲经费、乙经费 takes in 甲经费.
    private void join() {
        for (var whole : List.copyOf(entries)) {
            var parts = List.of(whole.name.split("、"));
            var taken = entries.stream().filter(part -> part != whole && parts.contains(part.name)).toList();
            if (parts.size() > 1 && taken.size() < entries.size() - 1) {
                taken.forEach(part -> whole.spans.addAll(part.spans));
                entries.removeAll(taken);
            }
        }
    }

    /// In order of appearance, their spans in order and none inside another.
    List<Project> projects() {
        join();
        return entries.stream().sorted(Comparator.comparingInt(ProjectList::firstTold))
                .map(entry -> new Project(entry.name, apart(entry.spans))).toList();
    }

    private static int firstTold(Entry entry) {
        return entry.spans.stream().mapToInt(Span::start).min().orElse(Integer.MAX_VALUE);
    }

    private static List<Span> apart(List<Span> spans) {
        var sorted = spans.stream().sorted(Comparator.comparingInt(Span::start).thenComparing(span -> -span.end())).toList();
        var kept = new ArrayList<Span>();
        for (var span : sorted) {
            if (kept.isEmpty() || span.start() >= kept.getLast().end()) {
                kept.add(span);
            } else if (span.end() > kept.getLast().end()) {
                kept.set(kept.size() - 1, new Span(kept.getLast().start(), span.end()));
            }
        }
        return kept;
    }
}
