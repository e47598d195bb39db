package cn.jixiao.read.word;

/// How one level of a list is numbered.
///
/// @param pattern the printed number, `%1` standing for the count of the first level, `（%2）` for the second
/// @param start the first number
/// @param restart the count begins anew after a paragraph of a level above this one (0-based, exclusive); 0 for never
/// @param allDecimal levels above are shown as decimals whatever their own counting (legal numbering, 1.1)
record ListLevel(Counting counting, String pattern, int start, int restart, boolean allDecimal) {
}
