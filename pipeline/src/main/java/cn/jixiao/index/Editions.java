package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.index.Link.Relation;
import cn.jixiao.index.Link.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which reports tell the same as another: one report in two formats, and editions of one report.
///
/// Depends on the reports alone, not on the order in which they came, and says of each that steps back which one counts
/// and why.
final class Editions {

    /// A report that may be like another.
    ///
    /// @param modified when the latest of its files was written
    record Candidate(Report report, Fingerprint print, long modified) {
    }

    /// Shorter texts are alike by chance.
    private static final int SHORTEST = 60;

    /// The same report read from two formats differs in headings, page numbers and broken lines, hardly in numbers.
    private static final double SAME_WORDS = 0.75;
    private static final double SAME_NUMBERS = 0.8;

    /// An edition changes sentences and some numbers.
    private static final double EDITION_WORDS = 0.4;
    private static final double EDITION_NUMBERS = 0.25;

    /// Places of a sketch that must all be equal for two reports to be looked at; with three, what is alike by three
    /// quarters is missed once in ten thousand times.
    private static final int BAND = 3;

    /// Reports that share a band with more than this many are filled-in forms; the nearest by path are looked at.
    private static final int MOST_NEIGHBOURS = 40;

    private static final Pattern LATER = Pattern.compile("修订|更正|修正|修改|调整后|重报|终稿|定稿|正式|最终");
    private static final Pattern EARLIER = Pattern.compile("初稿|草稿|草案|征求意见|送审");
    private static final Pattern EDITION_WORD = Pattern.compile(
            "[（(【\\[]?(?:修订|更正|修正|修改|重报|终稿|定稿|最终|正式|初稿|草稿|草案|征求意见|送审)(?:版|稿)?[）)】\\]]?");
    private static final List<String> FORMATS = List.of("word", "excel", "sheet", "opendocument", "rtf", "pdf", "html");

    private final List<Candidate> all;
    /// What each is called and where it comes from; they are compared far more often than there are reports.
    private final List<Name> names;
    private final int[] whole;
    private final int[] same;

    /// @param title without the words that tell editions apart; null where it is unknown
    /// @param place the agency, or the region where that is unknown
    private record Name(@Nullable String title, @Nullable String place) {

        static Name of(Candidate candidate) {
            var facts = candidate.report().facts();
            return new Name(facts.title() == null ? null : EDITION_WORD.matcher(Folding.key(facts.title())).replaceAll(""),
                    facts.agency() != null ? Folding.key(facts.agency()) : facts.region() != null ? facts.region().code() : null);
        }
    }

    private Editions(List<Candidate> all) {
        this.all = all;
        this.names = all.stream().map(Name::of).toList();
        this.whole = identity(all.size());
        this.same = identity(all.size());
    }

    /// The reports that step back, by id.
    static Map<String, Link> among(List<Candidate> reports) {
        var eligible = reports.stream().filter(each -> each.print().length() >= SHORTEST)
                .filter(each -> each.report().status() == Document.Status.OK
                        || each.report().status() == Document.Status.PARTIAL)
                .sorted(Comparator.comparing(each -> each.report().source())).toList();
        var editions = new Editions(eligible);
        editions.compareAll();
        return editions.links();
    }

    private void compareAll() {
        var neighbours = new HashMap<Object, List<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            for (var key : keys(all.get(i), names.get(i))) {
                var like = neighbours.computeIfAbsent(key, each -> new ArrayList<>());
                for (int j = Math.max(0, like.size() - MOST_NEIGHBOURS); j < like.size(); j++) {
                    compare(i, like.get(j));
                }
                like.add(i);
            }
        }
    }

    /// What reports must share one of to be looked at: bands of their sketches as numbers (two that coincide cost a comparison
    /// and nothing else), and what they are called.
    private static List<Object> keys(Candidate candidate, Name name) {
        var keys = new ArrayList<Object>();
        var words = candidate.print().words();
        for (int band = 0; band + BAND <= Fingerprint.SIZE; band += BAND) {
            long key = band;
            for (int i = band; i < band + BAND; i++) {
                key = (key ^ words[i]) * 0x9E3779B97F4A7C15L;
                key ^= key >>> 32;
            }
            keys.add(key);
        }
        var year = candidate.report().facts().year();
        if (name.title() != null && year != null) {
            keys.add(name.title() + year + name.place());
        }
        return keys;
    }

    private void compare(int i, int j) {
        if (root(same, i) == root(same, j)) {
            return;
        }
        if (isSame(all.get(i), all.get(j))) {
            join(same, i, j);
            join(whole, i, j);
        } else if (root(whole, i) != root(whole, j) && isEdition(i, j)) {
            join(whole, i, j);
        }
    }

    private static boolean isSame(Candidate a, Candidate b) {
        return agree(a.report().facts().year(), b.report().facts().year())
                && agree(a.report().facts().period(), b.report().facts().period())
                && agree(a.report().facts().region(), b.report().facts().region())
                && Fingerprint.alike(a.print().numbers(), b.print().numbers()) >= SAME_NUMBERS
                && Fingerprint.alike(a.print().words(), b.print().words()) >= SAME_WORDS;
    }

    /// What is unknown contradicts nothing.
    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || one.equals(other);
    }

    /// Editions must be told by what they say of themselves: alike words alone are a form that two units filled in.
    private boolean isEdition(int i, int j) {
        var a = all.get(i);
        var b = all.get(j);
        var one = a.report().facts();
        var other = b.report().facts();
        return names.get(i).title() != null && names.get(i).place() != null && names.get(i).equals(names.get(j))
                && one.year() != null && one.year().equals(other.year()) && Objects.equals(one.period(), other.period())
                && one.type() == other.type() && a.report().projects().equals(b.report().projects())
                && Fingerprint.alike(a.print().words(), b.print().words()) >= EDITION_WORDS
                && Fingerprint.alike(a.print().numbers(), b.print().numbers()) >= EDITION_NUMBERS;
    }

    private Map<String, Link> links() {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(root(whole, i), root -> new ArrayList<>()).add(i);
        }
        var links = new TreeMap<String, Link>();
        groups.values().stream().filter(group -> group.size() > 1).forEach(group -> link(group, links));
        return links;
    }

    private void link(List<Integer> group, Map<String, Link> links) {
        int latest = root(same, group.stream().min(Comparator.<Integer>comparingInt(each -> -named(all.get(each)))
                .thenComparing(each -> -all.get(each).modified()).thenComparing(each -> all.get(each).report().source()))
                .orElseThrow());
        var best = group.stream().filter(each -> root(same, each) == latest).map(all::get).min(BETTER).orElseThrow();
        for (int each : group) {
            var stepping = all.get(each);
            if (stepping != best) {
                boolean isSame = root(same, each) == latest;
                links.put(stepping.report().docId(), new Link(best.report().docId(), best.report().source(),
                        isSame ? Relation.SAME : Relation.EARLIER_EDITION,
                        isSame ? better(best, stepping) : later(group, latest, stepping)));
            }
        }
    }

    private static final Comparator<Candidate> BETTER = Comparator
            .<Candidate, Document.Status>comparing(each -> each.report().status())
            .thenComparing(each -> -each.report().observations()).thenComparing(Editions::format)
            .thenComparing(each -> each.report().source());

    private static Why better(Candidate best, Candidate other) {
        if (best.report().status() != other.report().status()) {
            return Why.FEWER_PROBLEMS;
        }
        if (best.report().observations() != other.report().observations()) {
            return Why.MORE_FIGURES;
        }
        return format(best) != format(other) ? Why.BETTER_FORMAT : Why.FIRST_PATH;
    }

    private Why later(List<Integer> group, int latest, Candidate earlier) {
        var winners = group.stream().filter(each -> root(same, each) == latest).map(all::get).toList();
        if (winners.stream().mapToInt(Editions::named).max().orElseThrow() > named(earlier)) {
            return Why.NAMED_LATER;
        }
        return winners.stream().mapToLong(Candidate::modified).max().orElseThrow() > earlier.modified()
                ? Why.WRITTEN_LATER : Why.FIRST_PATH;
    }

    /// 1 where its file or title calls it revised or final, -1 where a draft.
    private static int named(Candidate candidate) {
        var words = candidate.report().name() + " " + candidate.report().facts().title();
        return LATER.matcher(words).find() ? 1 : EARLIER.matcher(words).find() ? -1 : 0;
    }

    private static int format(Candidate candidate) {
        for (int i = 0; i < FORMATS.size(); i++) {
            if (candidate.report().mediaType().contains(FORMATS.get(i))) {
                return i;
            }
        }
        return FORMATS.size();
    }

    private static int[] identity(int size) {
        return java.util.stream.IntStream.range(0, size).toArray();
    }

    private static int root(int[] parents, int of) {
        int root = of;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /// The first by path stands for both.
    private static void join(int[] parents, int one, int other) {
        int a = root(parents, one);
        int b = root(parents, other);
        parents[Math.max(a, b)] = Math.min(a, b);
    }
}
