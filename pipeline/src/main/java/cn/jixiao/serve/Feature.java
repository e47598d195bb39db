package cn.jixiao.serve;

import io.javalin.config.RoutesConfig;

/// One page with everything below it.
public interface Feature {

    /// Adds its routes.
    void add(RoutesConfig routes);
}
