package cn.jixiao.serve.review;

import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Reading;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells what came between the page a person saw and their decision.
final class Conflicts {

    private Conflicts() {
    }

    /// @param now the figure as it stands, or null where it was rejected or is read no more
    static ConflictException of(Standing standing, Decision decision, Extraction extraction, @Nullable Observation now) {
        var history = standing.all().stream().filter(each -> standing.target(each)
                .filter(target -> isAbout(target, decision, extraction)).isPresent()).toList();
        int seen = -1;
        for (int i = 0; i < history.size(); i++) {
            seen = history.get(i).id().equals(decision.saw()) ? i : seen;
        }
        return new ConflictException(extraction.document().id(), List.copyOf(history.subList(seen + 1, history.size())),
                now == null ? null : Reading.of(now));
    }

    /// Ids of figures end in the place where they begin.
    private static boolean isAbout(Target target, Decision decision, Extraction extraction) {
        return target instanceof Target.Number number && number.docId().equals(extraction.document().id())
                && decision.figure().endsWith(":" + number.anchor().span().start() + "b".repeat(number.part()));
    }
}
