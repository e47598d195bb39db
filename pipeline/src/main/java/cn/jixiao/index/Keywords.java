package cn.jixiao.index;

import java.util.Map;

/// Values of keyword fields as people write them: `type:自评` is `type:self_evaluation`.
final class Keywords {

    private static final Map<String, String> TYPES = Map.of("自评", "self_evaluation", "评价", "evaluation",
            "监控", "monitoring", "运行监控", "monitoring", "决算", "final_account", "其他", "other");
    private static final Map<String, String> ROLES = Map.of("目标", "target", "实际", "actual");
    private static final Map<String, String> KINDS =
            Map.of("金额", "amount", "比率", "rate", "数量", "count", "得分", "score");

    private Keywords() {
    }

    static String of(QueryField field, String text) {
        var key = Folding.key(text);
        return switch (field) {
            case TYPE -> TYPES.getOrDefault(key, key);
            case ROLE -> ROLES.getOrDefault(key, key);
            case KIND -> KINDS.getOrDefault(key, key);
            case UNIT -> key.equals("元") ? "cny" : key;
            default -> key;
        };
    }
}
