package cn.jixiao.serve.intake;

import cn.jixiao.serve.Options;
import java.util.List;

/// What the import page shows.
///
/// @param limits what may be sent
/// @param sent how many files were sent before
/// @param percent done
/// @param trouble what stopped it, or empty; `remedy` what can be done
/// @param over whether there is an account to show
public record ImportView(Options.Uploads limits, String token, boolean running, boolean stopping, int found, int done,
        int unread, String file, int percent, String trouble, String remedy, boolean over, boolean stopped,
        List<Count> counts, List<Entry> entries, int more) {

    /// How many files came to the same.
    public record Count(String name, int count, String kind) {
    }

    /// A file that needs a person.
    public record Entry(String name, String tag, String kind, String what, String remedy) {
    }
}
