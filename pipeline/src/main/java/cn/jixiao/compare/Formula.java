package cn.jixiao.compare;

import cn.jixiao.compare.FormulaException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A calculation over indicators: `fund.spent / legal_aid.cases`, `(a.b + a.c) / a.d * 100`, `a.b / a.b@target`.
sealed interface Formula {

    /// A number as written.
    record Constant(BigDecimal value) implements Formula {
    }

    /// An indicator's figure.
    record Operand(String indicator, boolean target) implements Formula {
    }

    /// `+`, `-`, `*` or `/` of two.
    record Operation(char sign, Formula left, Formula right) implements Formula {
    }

    /// The operands, each once, in order.
    default List<Operand> operands() {
        return switch (this) {
            case Constant constant -> List.of();
            case Operand operand -> List.of(operand);
            case Operation it -> {
                var all = new ArrayList<>(it.left().operands());
                it.right().operands().stream().filter(each -> !all.contains(each)).forEach(all::add);
                yield all;
            }
        };
    }

    /// Units of the result, the exponent of each; empty for a pure number.
    ///
    /// @param unitOf an operand's unit, one word for all that count the same
    /// @throws FormulaException if it adds or multiplies what does not go together
    default TreeMap<String, Integer> units(Function<Operand, String> unitOf, String words) {
        return switch (this) {
            case Constant constant -> new TreeMap<>();
            case Operand operand -> {
                var one = new TreeMap<String, Integer>();
                one.put(unitOf.apply(operand), 1);
                yield one;
            }
            case Operation it -> units(it, it.left().units(unitOf, words), it.right().units(unitOf, words), words);
        };
    }

    private static TreeMap<String, Integer> units(Operation it, TreeMap<String, Integer> left, TreeMap<String, Integer> right,
            String words) {
        if (it.sign() == '+' || it.sign() == '-') {
            if (!left.equals(right)) {
                throw new FormulaException(Reason.MIXED_SUM, words, told(left) + " " + it.sign() + " " + told(right));
            }
            return left;
        }
        boolean alike = it.sign() == '/' && left.equals(right);
        if (!alike && (isRate(left) && !right.isEmpty() || isRate(right) && !left.isEmpty())) {
            throw new FormulaException(Reason.MIXED_RATE, words, told(left) + " " + it.sign() + " " + told(right));
        }
        var product = new TreeMap<>(left);
        right.forEach((unit, power) -> product.merge(unit, it.sign() == '*' ? power : -power, Integer::sum));
        product.values().removeIf(power -> power == 0);
        return product;
    }

    private static boolean isRate(TreeMap<String, Integer> units) {
        return units.containsKey("%") || units.containsKey("分");
    }

    /// `元/件`; `1` for a pure number.
    static String told(TreeMap<String, Integer> units) {
        var above = new ArrayList<String>();
        var below = new ArrayList<String>();
        units.forEach((unit, power) -> {
            for (int i = 0; i < Math.abs(power); i++) {
                (power > 0 ? above : below).add(unit);
            }
        });
        var whole = above.isEmpty() ? "1" : String.join("·", above);
        return below.isEmpty() ? whole : whole + "/" + String.join("/", below);
    }

    /// Whether a word is meant as a formula rather than as a name.
    static boolean looksLike(String word) {
        return Pattern.compile("[-+*/×÷()@]").matcher(word).find();
    }

    /// @param name what a word stands for: an id, or a Chinese name
    /// @throws FormulaException if it is none
    static Formula parse(String words, Function<String, String> name) {
        return new Parser(words, name).whole();
    }

    /// By descent: sum, product, factor.
    final class Parser {

        private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\p{L}_][\\p{IsHan}\\p{L}\\p{N}_.（）]*");
        private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
        /// Brackets within brackets cost stack, and nobody means fifty.
        private static final int DEEPEST = 50;

        private final String words;
        private final Function<String, String> name;
        private int at;
        private int depth;

        private Parser(String words, Function<String, String> name) {
            this.words = words.replace('×', '*').replace('÷', '/').replace('（', '(').replace('）', ')');
            this.name = name;
        }

        Formula whole() {
            var sum = sum();
            if (skip() < words.length()) {
                throw syntax();
            }
            return sum;
        }

        private Formula sum() {
            var left = product();
            while (skip() < words.length() && "+-".indexOf(words.charAt(at)) >= 0) {
                left = new Operation(words.charAt(at++), left, product());
            }
            return left;
        }

        private Formula product() {
            var left = factor();
            while (skip() < words.length() && "*/".indexOf(words.charAt(at)) >= 0) {
                char sign = words.charAt(at++);
                var right = factor();
                if (sign == '/' && right instanceof Constant(var value) && value.signum() == 0) {
                    throw new FormulaException(Reason.ZERO_DIVISOR, words, value.toPlainString());
                }
                left = new Operation(sign, left, right);
            }
            return left;
        }

        private Formula factor() {
            if (skip() < words.length() && words.charAt(at) == '(' && ++depth <= DEEPEST) {
                at++;
                var inner = sum();
                if (skip() >= words.length() || words.charAt(at) != ')') {
                    throw syntax();
                }
                at++;
                return inner;
            }
            var number = NUMBER.matcher(words).region(at, words.length());
            if (number.lookingAt()) {
                at = number.end();
                return new Constant(new BigDecimal(number.group()));
            }
            var named = NAME.matcher(words).region(at, words.length());
            if (!named.lookingAt()) {
                throw syntax();
            }
            at = named.end();
            boolean target = words.toLowerCase(Locale.ROOT).startsWith("@target", at);
            at += target ? "@target".length() : 0;
            return new Operand(Objects.requireNonNull(name.apply(named.group())), target);
        }

        private int skip() {
            while (at < words.length() && Character.isWhitespace(words.charAt(at))) {
                at++;
            }
            return at;
        }

        private FormulaException syntax() {
            return new FormulaException(Reason.SYNTAX, words, words.substring(Math.min(at, words.length())));
        }
    }
}
