/// The spine's first half: what a report looks like once it has been read.
///
/// In: nothing. Out: [Source], [Document] with its [Block]s, [Page]s and [Layout]. Every text position anywhere in
/// the program is a [Span] of the document's one canonical text.
/// Not done here: reading files, finding numbers, judging.
@NullMarked
package cn.jixiao.document;

import org.jspecify.annotations.NullMarked;
