/// Every quantity of a document is found, and every other number is left out by a rule with a name.
///
/// In: [cn.jixiao.document.Document], its outline, units. Out: [cn.jixiao.observation.Mentions].
/// Not done here: what the quantity counts.
///
/// A text is read once from front to back, through a view in which every character is spelled one way and keeps its
/// offset. Where a numeral starts, [cn.jixiao.mention.Passage] asks in this order: a name with Latin letters, a pattern of
/// `exclusions.yaml`, a shape that is no word (dates with dots, list numbers, codes), a quantity, a pattern for numbers
/// without a unit. Every reader looks at a bounded stretch around the numeral, so that no text takes more than linear time.
///
/// Rules a mention may name: `arabic`, `chinese`, `capital` (how it is written); `amount`, `rate`, `count`, `score` (its
/// unit); `spoken-percent`, `fraction`, `currency-sign`, `coins`, `per-unit`; `list-unit` (unit of the list's end), `range`;
/// `table-unit` (unit of the headings); `label-unit` (unit in brackets before it); `unit-above` (that of the line above);
/// `elided-yuan`, `elided-score` (unit left unsaid); `comparator-before`,
/// `comparator-after`, `comparator-column`, `more` (余, 多, 几), `compared-with` (`高于98%的目标`).
@NullMarked
package cn.jixiao.mention;

import org.jspecify.annotations.NullMarked;
