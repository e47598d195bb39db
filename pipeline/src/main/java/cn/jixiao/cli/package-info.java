/// The command line: one class a command, words in message bundles.
///
/// In: arguments. Out: results on standard output, talk on standard error, an exit status.
/// Not done here: anything a library user would want too.
@NullMarked
package cn.jixiao.cli;

import org.jspecify.annotations.NullMarked;
