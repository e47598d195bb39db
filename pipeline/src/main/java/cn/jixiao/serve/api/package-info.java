/// The same as the pages as JSON below `/api`, described by `openapi.json`.
///
/// In: parameters of an address. Out: the records as exports write them, in pages; trouble as `application/problem+json`.
/// Not done here: anything that changes something.
@NullMarked
package cn.jixiao.serve.api;

import org.jspecify.annotations.NullMarked;
