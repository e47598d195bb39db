/// Importing from a browser: files are put into the workspace's own folder and imported from there, as the command line
/// would.
///
/// In: files that a browser sends, within limits. Out: the import's progress while it runs, and its account.
/// Not done here: importing (ingest). Nothing else of the machine can be named from here.
@NullMarked
package cn.jixiao.serve.intake;

import org.jspecify.annotations.NullMarked;
