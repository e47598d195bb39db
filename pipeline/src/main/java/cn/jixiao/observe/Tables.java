package cn.jixiao.observe;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the numbers of table cells by the headings they stand under.
final class Tables {

    private static final String AREA_ENDS = "县区市镇乡旗州";

    private final Scene scene;
    private final Chooser chooser;
    private final Units units;
    private final Wording wording;
    private final Subsets subsets;
    private final Function<String, Optional<Region>> regions;
    /// By column, what the last row that is no part told.
    private final Map<Integer, Draft> above = new HashMap<>();

    Tables(Scene scene, Chooser chooser, Units units, Wording wording, Function<String, Optional<Region>> regions) {
        this.scene = scene;
        this.chooser = chooser;
        this.units = units;
        this.wording = wording;
        this.subsets = new Subsets(scene, wording);
        this.regions = regions;
    }

    /// What the row of a number is.
    private enum Row { ITEM, TOTAL, AREA, PROJECT }

    Draft read(Mention mention, TableIndex table, Grid.Place place) {
        var heads = place.rowHeads().stream().filter(cell -> !words(cell).isEmpty() && table.names(cell)).toList();
        var labelCell = heads.isEmpty() ? table.first(place).filter(cell -> says(cell)).orElse(null) : heads.stream().filter(table::labels).reduce((one, other) -> other).orElse(heads.getLast());
        var rowLabel = labelCell == null ? "" : wording.label(words(labelCell));
        var draft = new Draft(mention, labelCell == null ? mention.span() : labelCell.span());
        var column = place.column();
        var row = row(rowLabel, labelCell, table, heads.isEmpty() && labelCell != null ? List.of(labelCell) : heads);
        draft.label = rowLabel.isEmpty() ? columnWords(place) : rowLabel;
        draft.project = scene.project(draft.start()).map(project -> project.name()).orElse(null);
        draft.place = new Evidence.Place(table.grid().number(), place.cell().row(), place.cell().column(), place.cell().address());
        draft.evidence = table.row(place.cell().row()).orElse(place.cell().span());
        if (place.heading() && mention.quantity().kind() == Kind.SCORE) {
            return weight(draft, place);
        }
        role(draft, place);
        indicator(draft, table, place, heads, labelCell, row, column);
        name(draft, row, rowLabel, place);
        sign(draft, table, place);
        year(draft, place, heads);
        if (labelCell != null && !isPart(labelCell)) {
            above.put(place.cell().column(), draft);
        }
        return draft;
    }

    /// 决策（20分）: a score in a heading is the full mark of its column.
    private Draft weight(Draft draft, Grid.Place place) {
        draft.label = wording.label(words(place.cell()).replaceAll("[（(].*", ""));
        draft.indicator = "evaluation.item_weight";
        draft.role = Role.TARGET;
        draft.year = scene.outline.facts().year();
        draft.confidence = 0.9;
        draft.rule("indicator:heading-score");
        return draft;
    }

    /// ≥ in a column of its own (指标性质) bounds the goal of its row.
    private void sign(Draft draft, TableIndex table, Grid.Place place) {
        var quantity = draft.mention.quantity();
        boolean open = draft.role == Role.TARGET && quantity.comparator() == Comparator.EQ && quantity.kind() != Kind.SCORE;
        if (!open) {
            return;
        }
        table.left(place).map(cell -> scene.words(cell.span()).strip()).map(SIGNS::get).ifPresent(comparator -> {
            var bound = switch (comparator) {
                case GE, GT -> new Interval(quantity.value(), null);
                case LE, LT -> new Interval(null, quantity.value());
                case EQ, ABOUT -> quantity.interval();
            };
            draft.quantity = new Quantity(quantity.kind(), comparator, quantity.value(), quantity.unit(), bound);
            draft.rule("comparator:cell");
        });
    }

    private static final Map<String, Comparator> SIGNS = Map.of("≥", Comparator.GE, "≧", Comparator.GE, ">=", Comparator.GE,
            "≤", Comparator.LE, "≦", Comparator.LE, "<=", Comparator.LE, ">", Comparator.GT, "＞", Comparator.GT,
            "<", Comparator.LT, "＜", Comparator.LT);

    private void role(Draft draft, Grid.Place place) {
        var column = place.column() == null ? null : place.column().role();
        var row = place.row() == null ? null : place.row().role();
        if (column != null || row != null) {
            draft.role = column != null ? column : row;
            draft.stage = place.column() != null && place.column().id().equals("stage_target");
            draft.rule("role:column");
            return;
        }
        for (var head : place.columnHeads().reversed()) {
            var goal = scene.last("target", head.span().start(), head.span().end());
            var done = scene.last("actual", head.span().start(), head.span().end());
            if (goal != null || done != null) {
                boolean ends = done == null || goal != null && goal.end() > done.end();
                draft.role = ends ? Role.TARGET : Role.ACTUAL;
                draft.rule("role:column-words");
                return;
            }
        }
        boolean signed = Roles.sign(draft.mention.raw());
        boolean goal = signed || scene.tense(draft.start()) == Scene.Tense.GOAL;
        draft.role = signed || goal && draft.mention.quantity().kind() != Kind.AMOUNT ? Role.TARGET : Role.ACTUAL;
        draft.rule(goal ? "role:sign" : "role:usual");
    }

    private void indicator(Draft draft, TableIndex table, Grid.Place place, List<Cell> heads, @Nullable Cell label, Row row, @Nullable ColumnMeaning column) {
        var given = column != null && column.indicator() != null ? column.indicator()
                : place.row() != null ? place.row().indicator() : null;
        if ("fund.spent".equals(given) && isIncome(table, label)) {
            draft.rule("indicator:none");
            draft.confidence = 0.7;
            return;
        }
        // What stands under a heading but cannot be what it says (an amount under 执行率) got there by mistake.
        if (given != null && !scene.lexicon.isOf(given, draft.mention.quantity().kind())) {
            draft.rule("indicator:none");
            draft.confidence = 0.6;
            return;
        }
        if (given != null) {
            draft.indicator = given.equals("evaluation.item_score") && row == Row.TOTAL ? "evaluation.score" : given;
            draft.confidence = 0.95;
            draft.rule("indicator:column");
            if (given.startsWith("evaluation.item")) {
                draft.role = given.endsWith("weight") ? Role.TARGET : Role.ACTUAL;
            }
            return;
        }
        var quantity = draft.mention.quantity();
        boolean perUnit = draft.mention.rules().contains("per-unit");
        if (quantity.kind() == Kind.AMOUNT && (perUnit || label != null && isStandard(label))) {
            draft.noLevel = true;
            draft.rule("level:per-unit");
            draft.confidence = 0.85;
            return;
        }
        var whole = label == null || !isPart(label) ? null : above(table, place, quantity);
        if (whole != null) {
            draft.indicator = whole.indicator;
            draft.part = true;
            draft.breakdown = wording.part(wording.label(words(label))).orElse(null);
            draft.confidence = 0.88;
            draft.rule("indicator:whole");
            return;
        }
        var choice = chooser.choose(quantity.kind(), quantity.unit(), withBackdrop(zones(place, heads, label, row), table, draft.start(),
                isPlainMoney(column)));
        if (choice.isPresent()) {
            draft.indicator = choice.get().indicator().id();
            draft.confidence = column != null && choice.get().zone().weight() == 1 ? 0.95 : 0.85;
            draft.rule("indicator:" + choice.get().zone().name());
            if (row == Row.ITEM && quantity.kind() != Kind.RATE) {
                subset(draft, heads);
            }
        } else {
            draft.rule("indicator:none");
            draft.confidence = 0.75;
        }
    }

    private boolean isPart(Cell label) {
        return words(label).startsWith("其中");
    }

    /// What the row above tells in the same column, if a row 其中：专职调解员 can be a part of it.
    private @Nullable Draft above(TableIndex table, Grid.Place place, Quantity quantity) {
        var last = above.get(place.cell().column());
        boolean same = last != null && last.place != null && last.place.table() == table.grid().number() && !last.noLevel;
        return same && last.indicator != null && units.alike(last.quantity, quantity) ? last : null;
    }

    /// 财政拨款收入 | 决算数: what came in was not spent, nor was the total below 收入项目.
    private boolean isIncome(TableIndex table, @Nullable Cell label) {
        return label != null && (isIncome(words(label)) || table.headsOf(label).stream().anyMatch(head -> isIncome(words(head))));
    }

    private static boolean isIncome(String words) {
        return words.contains("收入") && !words.contains("支出");
    }

    /// 每公里养护成本, 农村低保标准（元/人·月）: what one costs is no level of spending.
    private boolean isStandard(Cell label) {
        var span = trimmed(label);
        var last = scene.last("standard_row", span.start(), span.end());
        return last != null && last.end() == span.end() || scene.has("per_unit", span.start(), span.end());
    }

    private void subset(Draft draft, List<Cell> heads) {
        if (!heads.isEmpty()) {
            var label = heads.getLast().span();
            var phrase = new Phrase(draft.mention, label, new Span(label.end(), label.end()), label, false, false, false);
            subsets.name(draft, phrase, null, null);
        }
    }

    private List<Zone> zones(Grid.Place place, List<Cell> heads, @Nullable Cell label, Row row) {
        var zones = new ArrayList<Zone>();
        boolean item = row == Row.ITEM && label != null && !isPart(label);
        if (item) {
            zones.add(scene.zone("row", trimmed(label), 1, true));
        }
        double weight = item ? 0.75 : 1;
        boolean level = item && isLevel(place.column());
        for (var head : place.columnHeads().reversed()) {
            zones.add(scene.zone("column", trimmed(head), weight, !level));
            level = false;
            weight = 0.7;
        }
        for (var group : heads) {
            if (group != label) {
                zones.add(scene.zone("group", trimmed(group), 0.7, false));
            }
        }
        return zones;
    }

    /// Whether a column tells goals or results and leaves it to the row of what: 1—7月执行情况 makes no rate one of spending.
    private static boolean isLevel(@Nullable ColumnMeaning column) {
        return column != null && column.use() == ColumnMeaning.Use.VALUE && column.role() != null
                && column.indicator() == null && column.unit() == null;
    }

    /// The words of a heading up to its unit in brackets.
    private Span trimmed(Cell cell) {
        var span = cell.span();
        int end = span.end();
        while (end > span.start() && (Folded.isBlank(scene.text.charAt(end - 1)))) {
            end--;
        }
        if (end > span.start() && scene.text.charAt(end - 1) == ')') {
            for (int i = end - 2; i > span.start() && end - i < 12; i--) {
                if (scene.text.charAt(i) == '(') {
                    return new Span(span.start(), i);
                }
            }
        }
        return new Span(span.start(), end);
    }

    /// 金额 alone leaves it to the name of the table of what: 资金分配表.
    private static boolean isPlainMoney(@Nullable ColumnMeaning column) {
        return column != null && column.id().equals("amount");
    }

    private List<Zone> withBackdrop(List<Zone> zones, TableIndex table, int offset, boolean captionTells) {
        var all = new ArrayList<>(zones);
        var caption = table.grid().table().caption();
        if (caption != null) {
            all.add(scene.zone("caption", caption, 0.65, captionTells));
        }
        all.addAll(scene.backdrop(offset, false));
        return all;
    }

    private Row row(String label, @Nullable Cell cell, TableIndex table, List<Cell> heads) {
        if (cell == null) {
            return Row.ITEM;
        }
        boolean total = heads.stream().map(head -> BLANKS_AND_COLONS.matcher(words(head)).replaceAll(""))
                .anyMatch(words -> scene.lexicon.words("document_total").stream()
                        .anyMatch(whole -> words.equals(whole) || words.startsWith(whole) && words.length() <= whole.length() + 4));
        if (total) {
            return Row.TOTAL;
        }
        boolean area = label.length() <= 10 && (regions.apply(label).isPresent() || label.endsWith("本级")
                || label.length() <= 6 && !label.isEmpty() && AREA_ENDS.indexOf(label.charAt(label.length() - 1)) >= 0);
        if (area) {
            return Row.AREA;
        }
        boolean known = scene.outline.projects().stream().anyMatch(project -> project.name().equals(label));
        if (known) {
            return Row.PROJECT;
        }
        boolean named = table.meaning(cell).filter(meaning -> meaning.use() == ColumnMeaning.Use.NAME).isPresent();
        return !named ? Row.ITEM : scene.lexicon.words("body").stream().anyMatch(label::endsWith) ? Row.AREA : Row.PROJECT;
    }

    private void name(Draft draft, Row row, String label, Grid.Place place) {
        switch (row) {
            case AREA -> {
                draft.breakdown = label;
                draft.region = regions.apply(label).orElse(null);
                draft.rule("breakdown:area");
            }
            case PROJECT -> {
                draft.project = label;
                draft.rule("project:row");
            }
            case ITEM -> {
                boolean money = draft.indicator != null && draft.indicator.startsWith("fund.") && draft.rules.contains("indicator:column");
                var flat = Wording.withoutBlanks(label);
                boolean rate = draft.indicator != null && draft.indicator.startsWith("work.") && draft.rules.contains("indicator:column");
                if ((money || rate) && !flat.isEmpty() && !ONLY_YEAR.matcher(flat).matches() && !isKey(place, flat) && scene.lexicon.words("whole_money").stream().noneMatch(flat::contains)) {
                    draft.breakdown = wording.label(OF_WHICH.matcher(flat).replaceFirst(""));
                    draft.rule("breakdown:row");
                }
            }
            case TOTAL -> draft.rule("row:total");
        }
    }

    /// 预算数 | 100万元: the key of a pair names the indicator and no part of it.
    private static boolean isKey(Grid.Place place, String label) {
        return place.row() != null && place.row().use() == ColumnMeaning.Use.VALUE && place.row().words().contains(label);
    }

    private void year(Draft draft, Grid.Place place, List<Cell> heads) {
        draft.year = scene.outline.facts().year();
        var cells = new ArrayList<>(place.columnHeads());
        cells.addAll(heads);
        for (var cell : cells) {
            var words = words(cell);
            var matcher = YEAR.matcher(words.indexOf('年') < 0 ? "" : Folded.fold(words));
            if (matcher.find()) {
                draft.year = Integer.valueOf(matcher.group(1));
                draft.rule("year:heading");
            }
        }
    }

    private static final Pattern ONLY_YEAR = Pattern.compile("(?:20\\d\\d|199\\d)年?度?");
    private static final Pattern BLANKS_AND_COLONS = Pattern.compile("[\\s:：]");
    private static final Pattern OF_WHICH = Pattern.compile("^其中[:：]?");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d|199\\d) ?年");

    private String columnWords(Grid.Place place) {
        return place.columnHeads().isEmpty() ? "" : wording.label(words(place.columnHeads().getLast()));
    }

    private boolean says(Cell cell) {
        return words(cell).chars().filter(Character::isIdeographic).count() >= 2;
    }

    private String words(Cell cell) {
        return scene.words(cell.span()).strip();
    }
}
