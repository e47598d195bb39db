package cn.jixiao.check;

import cn.jixiao.dictionary.Accounts;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a departmental budget or final account, as the rules about them look at them: by title, row and column.
final class Account {

    private final Figures figures;
    private final Accounts words;
    private final Map<Observation, Optional<String>> names = new IdentityHashMap<>();
    private final Map<Integer, List<Observation>> amounts = new HashMap<>();

    Account(Figures figures) {
        this.figures = figures;
        this.words = figures.relations().accounts();
    }

    Accounts words() {
        return words;
    }

    /// The title above a table, without white space; empty where it has none.
    String title(Grid grid) {
        var caption = grid.table().caption();
        return caption == null ? "" : plain(figures.document().textOf(caption));
    }

    /// Whether the report has a table that the words for totals know.
    boolean isAccount() {
        return figures.outline().grids().stream().map(this::title).anyMatch(title -> words.totals().stream()
                .flatMap(each -> each.places().stream()).anyMatch(place -> place.isIn(title)));
    }

    /// The figures of money that fill a cell of their own.
    List<Observation> amounts(Grid grid) {
        return amounts.computeIfAbsent(grid.number(), number -> figures.table(number).stream().filter(each ->
                each.quantity().kind() == Kind.AMOUNT && each.quantity().comparator() == Comparator.EQ).toList());
    }

    String row(Observation one) {
        return figures.place(one).filter(place -> !place.rowHeads().isEmpty())
                .map(place -> text(place.rowHeads().getLast())).orElse("");
    }

    List<String> columns(Observation one) {
        return figures.place(one).map(place -> place.columnHeads().stream().map(this::text).toList()).orElse(List.of());
    }

    private String text(Cell cell) {
        return withChineseBrackets(figures.words(cell));
    }

    /// What a figure is called: the last column heading that is more than a series or 小计, else the row's heading.
    Optional<String> name(Observation one) {
        return names.computeIfAbsent(one, this::nameOf);
    }

    private Optional<String> nameOf(Observation one) {
        if (one.evidence().table() == null) {
            return told(one);
        }
        for (var head : columns(one).reversed()) {
            var name = words.name(head);
            if (name.isPresent()) {
                return name;
            }
        }
        return words.name(row(one));
    }

    /// By the words before it, or by those of the figure before it where these only go on (支出预算为49.9万元，支出决算为7.69万元).
    private Optional<String> told(Observation one) {
        var lead = plain(figures.lead(one));
        var name = words.name(lead);
        if (name.isPresent() || !words.continues(lead)) {
            return name;
        }
        var beside = figures.beside(one);
        int at = Figures.among(beside, one);
        return at > 0 ? told(beside.get(at - 1)) : name;
    }

    /// Whether nothing but fillers stands between a name and the figure.
    boolean named(Observation one) {
        var lead = plain(figures.lead(one));
        return words.filled(words.after(lead));
    }

    /// 预算 or 决算, from the column or the words before a figure: what these say last, 一般公共预算 and the like apart; nothing
    /// where they say neither.
    String series(Observation one) {
        var told = one.evidence().table() == null ? List.of(plain(figures.lead(one))) : columns(one);
        for (var each : told.reversed()) {
            var series = words.series(each);
            if (!series.isEmpty()) {
                return series;
            }
        }
        return "";
    }

    /// The figures of the tables that hold a total.
    List<Observation> cells(Accounts.Total total) {
        var found = new ArrayList<Observation>();
        for (var grid : figures.outline().grids()) {
            var title = title(grid);
            for (var place : total.places()) {
                if (place.isIn(title)) {
                    amounts(grid).stream().filter(each -> place.rows().contains(row(each)) && inColumn(place, each))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private boolean inColumn(Accounts.Place place, Observation one) {
        var heads = columns(one);
        var last = heads.isEmpty() ? "" : heads.getLast();
        return place.columns().isEmpty() || place.columns().contains(last);
    }

    /// Whether two figures differ by less than the last digit that the coarser prints: cut off instead of rounded.
    static boolean carelessly(Observation one, Observation other) {
        var gap = one.quantity().value().subtract(other.quantity().value()).abs();
        return java.util.stream.Stream.of(one, other).map(each -> each.quantity().interval())
                .anyMatch(each -> each.low() != null && each.high() != null
                        && gap.compareTo(each.high().subtract(each.low())) < 0);
    }

    /// That two figures which should be one are not: by a factor of ten thousand (`account.unit`), or by so much.
    ///
    /// @param told what is told of them, and where
    static Finding differ(Figures figures, String rule, Finding.Severity severity, String told, Observation one, Observation other) {
        boolean unit = Slips.unit(one.quantity().value(), other.quantity().value());
        var gap = one.quantity().value().subtract(other.quantity().value()).abs();
        return figures.alarm(unit ? "account.unit" : rule, severity, told + "，" + (unit ? "相差一万倍，疑为元与万元之误"
                : "相差 " + Figures.print(Kind.AMOUNT, "CNY", gap)), List.of(one, other), Figures.print(other), Figures.print(one));
    }

    /// Where a figure stands, as findings say it.
    static String place(Observation one) {
        var table = one.evidence().table();
        return table == null ? "说明" : "表" + table.table() + "第" + (table.row() + 1) + "行";
    }

    /// Without white space, and with Chinese brackets.
    static String plain(String words) {
        return withChineseBrackets(Figures.squeeze(words));
    }

    private static String withChineseBrackets(String words) {
        return words.replace('(', '（').replace(')', '）');
    }
}
