package cn.jixiao.structure;

/// A fact and the name of the rule that found it (`year:title`).
record Found<T>(T value, String rule) {
}
