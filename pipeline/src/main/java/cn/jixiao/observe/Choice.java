package cn.jixiao.observe;

import cn.jixiao.observation.Indicator;

/// The indicator that a number's surroundings name best.
///
/// @param zone in which the term stands
/// @param from start of the term there
/// @param to its end
/// @param distance characters between term and number
record Choice(Indicator indicator, double score, Zone zone, int from, int to, int distance) {
}
