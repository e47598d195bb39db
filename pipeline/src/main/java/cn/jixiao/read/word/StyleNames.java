package cn.jixiao.read.word;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the names of Word's built-in styles mean, in English and in Chinese Word and WPS.
final class StyleNames {

    private static final Pattern HEADING = Pattern.compile("(?:heading|标题) ?([1-9])");
    private static final Pattern CONTENTS = Pattern.compile("(?:toc|目录) ?[1-9]|(?:toc|目录) ?(?:heading|标题)");

    private StyleNames() {
    }

    /// 1 for the outermost heading and for the title; empty for body text.
    static Optional<Integer> headingLevel(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        var heading = HEADING.matcher(lower);
        return heading.matches() ? Optional.of(Integer.valueOf(heading.group(1)))
                : lower.equals("title") || lower.equals("标题") ? Optional.of(1) : Optional.empty();
    }

    static boolean isContents(String name) {
        return CONTENTS.matcher(name.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
