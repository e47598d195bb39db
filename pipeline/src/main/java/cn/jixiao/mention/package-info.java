/// Every quantity of a document is found, and every other number is left out by a rule with a name.
///
/// In: [cn.jixiao.document.Document], its outline, units. Out: [cn.jixiao.observation.Mentions].
/// Not done here: what the quantity counts.
@NullMarked
package cn.jixiao.mention;

import org.jspecify.annotations.NullMarked;
