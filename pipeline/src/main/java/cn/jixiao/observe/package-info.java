/// Mentions become observations: label, indicator, role, breakdown, project, region, time and confidence.
///
/// In: [cn.jixiao.observation.Mentions] and the outline. Out: [cn.jixiao.observation.Observation]s.
/// Unknown is an answer. Not done here: judging whether the report is right.
@NullMarked
package cn.jixiao.observe;

import org.jspecify.annotations.NullMarked;
