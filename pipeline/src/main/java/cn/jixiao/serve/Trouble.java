package cn.jixiao.serve;

/// What a visitor is told instead of an answer.
///
/// @param status of HTTP
/// @param what happened
/// @param remedy what can be done
public record Trouble(int status, String what, String remedy) {
}
