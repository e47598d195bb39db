/// The first page: what is in, what could not be read and why, what checking found, which indicators are told.
@NullMarked
package cn.jixiao.serve.overview;

import org.jspecify.annotations.NullMarked;
