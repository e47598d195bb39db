package cn.jixiao.read.word;

/// Signs that Word stores by their place in a symbol font: ticks and boxes of forms are read, the rest only decorates.
final class Symbols {

    private Symbols() {
    }

    /// @param hex the place in the font, `F0FC`
    static String of(String hex) {
        return switch (hex.length() == 4 ? hex.substring(2).toUpperCase(java.util.Locale.ROOT) : "") {
            case "FC", "50" -> "√";
            case "FB", "4F" -> "×";
            case "A8", "6F", "A3" -> "□";
            case "FE", "52" -> "☑";
            case "FD", "54" -> "☒";
            case "B3" -> "≥";
            case "A5" -> "∞";
            case "B1" -> "±";
            case "B4" -> "×";
            default -> "";
        };
    }
}
