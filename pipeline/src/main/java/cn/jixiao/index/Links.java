package cn.jixiao.index;

import java.util.Map;

/// The reports that step back behind another, by id.
record Links(Map<String, Link> links) {

    static final Links NONE = new Links(Map.of());

    Links {
        links = Map.copyOf(links);
    }
}
