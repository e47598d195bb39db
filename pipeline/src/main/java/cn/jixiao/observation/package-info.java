/// The spine's second half: what is known about a report, from its outline to its observations and findings.
///
/// In: [cn.jixiao.document]. Out: the records that stages hand to each other. Terms follow SDMX where it has one:
/// observation, indicator, unit, reference area, time period.
/// Not done here: finding any of it.
@NullMarked
package cn.jixiao.observation;

import org.jspecify.annotations.NullMarked;
