package cn.jixiao.structure;

/// What a row of a table is there for.
enum RowKind {
    BLANK,
    /// Column headings.
    HEADER,
    /// Names the table or the part of it that follows, or gives its unit.
    TITLE,
    /// Names the group of the rows below it.
    GROUP,
    /// Running text over the whole width.
    NOTE,
    /// Keys and their values side by side (`项目名称 | … | 主管部门 | …`).
    PAIRS,
    DATA
}
