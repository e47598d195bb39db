/// What persons say about the reports: figures confirmed, corrected, rejected or added, findings accepted or dismissed.
///
/// In: entries of persons, each with who, when and why, kept in a journal of their own (`corrections.jsonl`) that is only
/// ever appended to. Out: the overlay that the index lays over every report it stores ([cn.jixiao.index.Overlay]), the
/// queue of what is worth a look, and what was reviewed as gold. An entry is tied to its figure by the report's bytes,
/// the place, the words and the words around it, so that it is found again after another import and by another program.
/// Not done here: pages and commands.
@NullMarked
package cn.jixiao.review;

import org.jspecify.annotations.NullMarked;
