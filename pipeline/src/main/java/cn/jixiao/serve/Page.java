package cn.jixiao.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every template is told beside its own matter.
///
/// @param words in the visitor's language
/// @param theme `light`, `dark` or `auto`
/// @param section that it belongs to, or null
/// @param title of the page, without the program's name
/// @param here path and query of this page, for coming back to it
/// @param token for forms, see [Guard]
/// @param signedIn whether there is a door to go out by
/// @param assets addresses of what pages load
public record Page(Words words, String theme, @Nullable Section section, String title, String here, String token,
        boolean signedIn, Assets assets) {

    public static final List<String> THEMES = List.of("auto", "light", "dark");

    /// The words of a key.
    public String t(String key, Object... values) {
        return words.text(key, values);
    }

    /// The theme that the button leads to.
    public String nextTheme() {
        return THEMES.get((THEMES.indexOf(theme) + 1) % THEMES.size());
    }
}
