/// Does the report's own arithmetic hold? Observations are held against each other.
///
/// In: observations and the outline, relations from the dictionary. Out: [cn.jixiao.observation.Finding]s, both what
/// held and what cannot. Figures stand for intervals, so that rounding raises no alarm.
/// Not done here: correcting anything.
@NullMarked
package cn.jixiao.check;

import org.jspecify.annotations.NullMarked;
