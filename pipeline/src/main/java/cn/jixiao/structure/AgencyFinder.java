package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Region.Level;
import cn.jixiao.structure.AgencyNames.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the unit reported on: in the title, in the form, under the report, else the body the text names most.
///
/// Those who give the money (财政局) or evaluate are named often and are seldom meant.
final class AgencyFinder {

    private static final Pattern CODE = Pattern.compile("^[\\[【(（]?[\\dA-Za-z]{2,}[\\]】)）]?[-—_\\s]*");
    private static final Pattern YEAR_BEFORE = Pattern.compile("^(?:关于)?(?:20\\d{2}\\s*年(?:度)?)?");
    private static final Pattern ADDRESSEES = Pattern.compile("(?m)^\\s{0,4}各.{2,80}[：:]\\s{0,4}$");
    private static final Pattern BULLETS = Pattern.compile("[\\s•]");
    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern BLANKS_AND_SEAL = Pattern.compile("\\s|[（(](?:盖章|公章|章)[）)]");
    private static final int BEGINNING = 1500;
    private static final int SIGN_OFF = 10;
    private static final int SENTENCE = 40;
    private static final int LONGEST = 40;

    private final FactWords words;
    private final AgencyNames names;

    AgencyFinder(FactWords words, AgencyNames names) {
        this.words = words;
        this.names = names;
    }

    Optional<Found<String>> find(Opening opening, @Nullable String title, @Nullable String evaluator) {
        var all = new LinkedHashMap<String, Integer>();
        var inText = counted(opening, title, evaluator, all);
        return inTitle(title, inText)
                .or(() -> labelled(opening, "agency.label", evaluator, inText))
                .or(() -> signed(opening, evaluator))
                .or(() -> overview(opening))
                .or(() -> defined(opening, evaluator))
                .or(() -> atHome(opening, title, inText))
                .or(() -> published(opening, inText).filter(found -> !finance(found.value())))
                .or(() -> spoken(opening, inText).map(name -> new Found<>(name, "agency:text")))
                .or(() -> inTitle(opening.fileName(), inText).map(found -> new Found<>(found.value(), "agency:file")))
                .or(() -> most(inText, true).or(() -> most(all, true)).or(() -> most(all, false)).or(() -> weak(opening))
                        .filter(name -> !elsewhere(name, title)).map(name -> new Found<>(name, "agency:mentioned")));
    }

    /// Web pages tell their source in a line of its own or among dates and counters, or below the word.
    private Optional<Found<String>> published(Opening opening, Map<String, Integer> inText) {
        var lines = opening.beginning(20).stream().map(line -> BULLETS.matcher(line.text()).replaceAll("")).toList();
        for (var word : words.list("agency.publisher")) {
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                int at = line.indexOf(word);
                if (at < 0 || line.length() > 120) {
                    continue;
                }
                var rest = line.substring(at + word.length()).replaceFirst("^[:：|]", "");
                var value = rest.isEmpty() && i + 1 < lines.size() ? lines.get(i + 1) : rest;
                var name = names.find(value).stream().filter(each -> each.start() == 0).findFirst()
                        .or(() -> names.unplaced(value, 0));
                if (name.isPresent()) {
                    return name.map(each -> complete(each.text(), inText, "agency:publisher"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found<String>> inTitle(@Nullable String title, Map<String, Integer> inText) {
        if (title == null) {
            return Optional.empty();
        }
        var text = withoutBlanks(title);
        var placed = names.find(text).stream().filter(name -> name.sure() || name.start() < 12).toList();
        var found = placed.stream().filter(name -> !finance(name.text())).findFirst()
                .or(() -> placed.stream().findFirst());
        if (found.isPresent()) {
            return found.map(name -> new Found<>(name.text(), "agency:title"));
        }
        var start = YEAR_BEFORE.matcher(text);
        return names.unplaced(text, start.find() ? start.end() : 0)
                .map(name -> complete(name.text(), inText, "agency:title"));
    }

    private static String withoutBlanks(String words) {
        return BLANKS.matcher(words).replaceAll("");
    }

    /// The name with its place, as the text has it.
    private static Found<String> complete(String name, Map<String, Integer> inText, String rule) {
        var found = inText.entrySet().stream().filter(each -> each.getKey().endsWith(name))
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        return found.or(() -> inText.keySet().stream().filter(full -> abbreviates(name, full)).findFirst())
                .map(full -> new Found<>(full, rule + "-completed")).orElse(new Found<>(name, rule));
    }

    /// 省市场监管局 is short for 四川省市场监督管理局: its characters in their order, up to the last.
    private static boolean abbreviates(String name, String full) {
        int at = full.indexOf(name.charAt(0));
        for (int i = 1; i < name.length() && at >= 0; i++) {
            at = full.indexOf(name.charAt(i), at + 1);
        }
        return at == full.length() - 1 && full.length() <= 2 * name.length() && "省市县区州旗".indexOf(name.charAt(0)) >= 0;
    }

    private Optional<Found<String>> labelled(Opening opening, String list, @Nullable String evaluator,
            Map<String, Integer> inText) {
        for (var label : words.list(list)) {
            for (var value : opening.labelled().getOrDefault(label, List.of())) {
                var text = CODE.matcher(withoutBlanks(value)).replaceFirst("");
                var name = whole(text).map(each -> each.placed() ? new Found<>(each.text(), "agency:form")
                        : complete(each.text(), inText, "agency:form"));
                if (name.isPresent() && !text.equals(evaluator) && !finance(name.get().value())) {
                    return name;
                }
            }
        }
        return Optional.empty();
    }

    /// A body that the text names from its first character on.
    private Optional<Name> whole(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return names.find(text).stream().filter(name -> name.start() == 0).findFirst().or(() -> names.unplaced(text, 0));
    }

    private Optional<Found<String>> signed(Opening opening, @Nullable String evaluator) {
        for (var line : opening.ending(SIGN_OFF)) {
            // Above the last sentence stands the addressee, not the writer.
            if (line.text().length() > SENTENCE && line.text().indexOf('。') > 0) {
                break;
            }
            var joint = joint(line.text());
            if (joint.isPresent()) {
                return joint;
            }
            var text = BLANKS_AND_SEAL.matcher(line.text()).replaceAll("");
            var name = text.equals(evaluator) ? Optional.<Name>empty() : whole(text).filter(each -> each.placed()
                    && each.end() >= text.length() - 2);
            if (name.isPresent()) {
                return name.map(each -> new Found<>(each.text(), "agency:sign-off"));
            }
        }
        return Optional.empty();
    }

    /// Two bodies that sign one paper: the finance bureau gives the money, the other spends it.
    private Optional<Found<String>> joint(String line) {
        var signers = line.strip().split("\\s+");
        if (signers.length < 2 || signers.length > 4) {
            return Optional.empty();
        }
        String found = null;
        for (var signer : signers) {
            var name = whole(signer).filter(each -> each.placed() && each.end() == signer.length());
            if (name.isEmpty()) {
                return Optional.empty();
            }
            found = found == null || finance(found) ? signer : found;
        }
        return Optional.of(new Found<>(found, "agency:sign-off"));
    }

    /// Where the title names a place only, the body of that place that the text speaks of, by its full name or, as it
    /// is called at home, without the place.
    private Optional<Found<String>> atHome(Opening opening, @Nullable String title, Map<String, Integer> inText) {
        var place = title == null ? Optional.<String>empty() : names.place(title);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var own = new LinkedHashMap<String, Integer>();
        inText.forEach((name, count) -> {
            if (name.contains(place.get())) {
                own.merge(name, count, Integer::sum);
            }
        });
        names.home(withoutAddressees(opening.shown())).forEach((name, count) -> {
            if (place.get().endsWith(name.substring(0, 1))) {
                own.merge(place.get() + name.substring(1), count, Integer::sum);
            }
        });
        return most(own, false).map(name -> new Found<>(name, "agency:home"));
    }

    /// 第一部分 洪江市人民政府办公室概况
    private Optional<Found<String>> overview(Opening opening) {
        return opening.beginning(60).stream().map(line -> withoutBlanks(line.text()))
                .filter(line -> line.startsWith("第一部分") || line.endsWith("概况")).flatMap(line -> names.find(line).stream())
                .filter(Name::placed).findFirst().map(name -> new Found<>(name.text(), "agency:overview"));
    }

    /// 某县某镇小学是一所公办小学, 某服务中心隶属某局: who writes tells at the beginning who he is.
    private Optional<Found<String>> defined(Opening opening, @Nullable String evaluator) {
        var text = opening.text().substring(0, Math.min(BEGINNING, opening.text().length()));
        var shown = Quoted.hidden(text);
        return names.find(shown).stream().filter(name -> !name.text().equals(evaluator) && !finance(name.text())
                        && words.startsWith("agency.defined", shown, name.end()))
                .findFirst().map(name -> new Found<>(name.text(), "agency:defined"));
    }

    /// The lines `各乡镇人民政府，县直各单位：` made blank: they tell to whom a paper goes.
    private static String withoutAddressees(String text) {
        return !mayAddress(text) ? text : ADDRESSEES.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }

    /// Whether a line begins with 各: the pattern asks every place of a text whether a line begins there.
    private static boolean mayAddress(String text) {
        for (int each = text.indexOf('各'); each >= 0; each = text.indexOf('各', each + 1)) {
            int at = each - 1;
            while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at--;
            }
            if (at < 0 || Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u0085') {
                return true;
            }
        }
        return false;
    }

    /// How often each body is named; those that only gave orders or money are counted in `all` alone,
    /// and a province's departments not at all by those who write for a county or city.
    private Map<String, Integer> counted(Opening opening, @Nullable String title, @Nullable String evaluator,
            Map<String, Integer> all) {
        var counts = new LinkedHashMap<String, Integer>();
        var shown = withoutAddressees(opening.shown());
        var level = OwnArea.level(words, shown);
        var writer = title == null ? level : names.area(title).map(Region::level).orElse(level);
        boolean below = level == Level.COUNTY || level == Level.PREFECTURE;
        for (var name : names.find(shown)) {
            if (!name.sure() || below && name.text().endsWith("厅") || name.text().equals(evaluator)
                    || nameplate(shown, name.start()) || elsewhere(name.text(), writer)) {
                continue;
            }
            boolean cited = words.endsAt("agency.cited_before", shown, name.start());
            if (cited && finance(name.text())) {
                continue;
            }
            all.merge(name.text(), 1, Integer::sum);
            if (!cited && !words.startsWith("agency.cited_after", shown, name.end())) {
                counts.merge(name.text(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// 社区矫正科（某区社区矫正管理局）: a second name of a part of the writer's own body.
    private static boolean nameplate(String text, int start) {
        return start > 1 && "（(".indexOf(text.charAt(start - 1)) >= 0 && "科股室处".indexOf(text.charAt(start - 2)) >= 0;
    }

    /// Who writes of 我县 stands below a city's bureau, and who writes of the whole province above a county's.
    private boolean elsewhere(String name, @Nullable Level writer) {
        if (writer != Level.COUNTY && writer != Level.PROVINCE) {
            return false;
        }
        var level = names.area(name).map(Region::level);
        // 我区 is also said in a zone of a city and in an autonomous region.
        return writer == Level.COUNTY ? !name.contains("区") && level.filter(each -> each != Level.COUNTY).isPresent()
                : level.filter(each -> each == Level.COUNTY).isPresent();
    }

    /// 长沙市城市建设档案馆, named twice at least: such names are as often those of buildings.
    private Optional<String> weak(Opening opening) {
        var counts = new LinkedHashMap<String, Integer>();
        names.find(opening.shown()).forEach(name -> counts.merge(name.text(), 1, Integer::sum));
        return counts.entrySet().stream().filter(each -> each.getValue() > 1)
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one).map(Map.Entry::getKey);
    }

    /// The body named most; of equals the one whose area is named most: a city's bureau praises one of its counties.
    private Optional<String> spoken(Opening opening, Map<String, Integer> inText) {
        var first = most(inText, false);
        var equals = inText.entrySet().stream().filter(each -> !finance(each.getKey()))
                .filter(each -> each.getValue().equals(inText.get(first.orElse("")))).map(Map.Entry::getKey).limit(4).toList();
        return equals.size() < 2 ? first : equals.stream().reduce((one, other) ->
                named(opening.text(), other) > named(opening.text(), one) ? other : one);
    }

    private int named(String text, String body) {
        var area = names.area(body).map(Region::name).orElse("\n\n\n");
        return (int) text.lines().mapToLong(line -> line.split(area, -1).length - 1L).sum();
    }

    /// The body named most, the earliest of equals.
    private Optional<String> most(Map<String, Integer> counts, boolean finance) {
        String found = null;
        int most = 0;
        for (var each : counts.entrySet()) {
            if (each.getValue() > most && finance(each.getKey()) == finance) {
                found = each.getKey();
                most = each.getValue();
            }
        }
        return Optional.ofNullable(found);
    }

    /// The city's finance bureau gave the money that a county's report is about.
    private boolean elsewhere(String name, @Nullable String title) {
        var place = title == null ? Optional.<String>empty() : names.place(title);
        return finance(name) && place.filter(each -> !name.contains(each)).isPresent();
    }

    private boolean finance(String name) {
        return words.endsWith("finance", name);
    }
}
