package cn.jixiao.read.word;

import java.util.Locale;

/// The ways Word counts paragraphs, by the names of ECMA-376 part 1, 17.18.59 (ST_NumberFormat), with the codes of
/// the binary format ([MS-OSHARED] 2.2.1.3, MSONFC) beside them.
enum Counting {
    DECIMAL(0, "decimal") {
        @Override
        String of(int number) {
            return Integer.toString(number);
        }
    },
    DECIMAL_ZERO(22, "decimalZero") {
        @Override
        String of(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    },
    FULL_WIDTH(14, "decimalFullWidth", "decimalFullWidth2") {
        @Override
        String of(int number) {
            return Integer.toString(number).chars().map(c -> c - '0' + '０')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    },
    UPPER_ROMAN(1, "upperRoman") {
        @Override
        String of(int number) {
            return roman(number);
        }
    },
    LOWER_ROMAN(2, "lowerRoman") {
        @Override
        String of(int number) {
            return roman(number).toLowerCase(Locale.ROOT);
        }
    },
    UPPER_LETTER(3, "upperLetter") {
        @Override
        String of(int number) {
            return letter(number, 'A');
        }
    },
    LOWER_LETTER(4, "lowerLetter") {
        @Override
        String of(int number) {
            return letter(number, 'a');
        }
    },
    CHINESE(37, "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
            "japaneseCounting", "koreanCounting") {
        @Override
        String of(int number) {
            return chinese(number, "零一二三四五六七八九", "十", "百", "千", true);
        }
    },
    CHINESE_LEGAL(38, "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal") {
        @Override
        String of(int number) {
            return chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾", "佰", "仟", false);
        }
    },
    CHINESE_DIGITS(17, "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital") {
        @Override
        String of(int number) {
            return Integer.toString(number).chars().map(c -> "〇一二三四五六七八九".charAt(c - '0'))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    },
    STEMS(30, "ideographTraditional") {
        @Override
        String of(int number) {
            return among(number, "甲乙丙丁戊己庚辛壬癸");
        }
    },
    BRANCHES(31, "ideographZodiac") {
        @Override
        String of(int number) {
            return among(number, "子丑寅卯辰巳午未申酉戌亥");
        }
    },
    CIRCLED(18, "decimalEnclosedCircle", "decimalEnclosedCircleChinese") {
        @Override
        String of(int number) {
            return among(number, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");
        }
    },
    IN_BRACKETS(20, "decimalEnclosedParen") {
        @Override
        String of(int number) {
            return among(number, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");
        }
    },
    WITH_STOP(19, "decimalEnclosedFullstop") {
        @Override
        String of(int number) {
            return among(number, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛");
        }
    },
    CHINESE_IN_BRACKETS(29, "ideographEnclosedCircle") {
        @Override
        String of(int number) {
            return among(number, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉");
        }
    },
    /// A drawn mark: it counts nothing and carries no words.
    BULLET(23, "bullet") {
        @Override
        String of(int number) {
            return "";
        }
    },
    NONE(255, "none") {
        @Override
        String of(int number) {
            return "";
        }
    };

    private final int code;
    private final java.util.Set<String> names;

    Counting(int code, String... names) {
        this.code = code;
        this.names = java.util.Set.of(names);
    }

    /// The number as it is printed.
    abstract String of(int number);

    /// Whether paragraphs counted so show a number at all.
    boolean shows() {
        return this != BULLET && this != NONE;
    }

    static Counting named(String name) {
        for (var counting : values()) {
            if (counting.names.contains(name)) {
                return counting;
            }
        }
        return DECIMAL;
    }

    static Counting coded(int code) {
        return switch (code) {
            case 10, 11, 33, 35, 39, 44 -> CHINESE;
            case 16, 34 -> CHINESE_LEGAL;
            case 36 -> CHINESE_DIGITS;
            case 28 -> CIRCLED;
            default -> {
                for (var counting : values()) {
                    if (counting.code == code) {
                        yield counting;
                    }
                }
                yield DECIMAL;
            }
        };
    }

    private static String among(int number, String marks) {
        return number >= 1 && number <= marks.length() ? marks.substring(number - 1, number)
                : Integer.toString(number);
    }

    private static String letter(int number, char first) {
        return number < 1 ? Integer.toString(number)
                : String.valueOf((char) (first + (number - 1) % 26)).repeat(Math.min(20, (number - 1) / 26 + 1));
    }

    private static String roman(int number) {
        if (number < 1 || number > 3999) {
            return Integer.toString(number);
        }
        var values = new int[] {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        var marks = new String[] {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        var out = new StringBuilder();
        int rest = number;
        for (int i = 0; i < values.length; i++) {
            for (; rest >= values[i]; rest -= values[i]) {
                out.append(marks[i]);
            }
        }
        return out.toString();
    }

    private static String chinese(int number, String digits, String ten, String hundred, String thousand,
            boolean shortTen) {
        if (number < 1 || number > 9999) {
            return Integer.toString(number);
        }
        var units = new String[] {"", ten, hundred, thousand};
        var printed = Integer.toString(number);
        var out = new StringBuilder();
        for (int i = 0; i < printed.length(); i++) {
            int digit = printed.charAt(i) - '0';
            if (digit > 0) {
                out.append(digits.charAt(digit)).append(units[printed.length() - 1 - i]);
            } else if (i + 1 < printed.length() && printed.charAt(i + 1) != '0') {
                out.append(digits.charAt(0));
            }
        }
        return shortTen && number >= 10 && number < 20 ? out.substring(1) : out.toString();
    }
}
