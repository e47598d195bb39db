/// Records of the spine as bytes and back.
///
/// In and out: any record of `document` and `observation`, and records made of them. Not done here: where the bytes go.
@NullMarked
package cn.jixiao.record;

import org.jspecify.annotations.NullMarked;
