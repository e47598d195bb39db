/// Documents become outlines: title, agency, region, year, period, type, sections, sentences, projects, tables.
///
/// In: [cn.jixiao.document.Document] and the dictionaries. Out: [cn.jixiao.observation.Outline].
/// Not done here: numbers.
@NullMarked
package cn.jixiao.structure;

import org.jspecify.annotations.NullMarked;
