/// The findings page: where the arithmetic of the reports does not hold, what persons decided about it, and the working
/// paper.
@NullMarked
package cn.jixiao.serve.findings;

import org.jspecify.annotations.NullMarked;
