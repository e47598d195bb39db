package cn.jixiao.serve;

/// The page that asks for the password.
///
/// @param back where to go afterwards
/// @param error what was wrong, or empty
public record Login(String back, String error) {
}
