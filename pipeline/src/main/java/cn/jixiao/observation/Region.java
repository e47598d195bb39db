package cn.jixiao.observation;

import org.jspecify.annotations.Nullable;

/// An administrative division of China, the reference area of an observation.
///
/// @param code six digits of GB/T 2260
/// @param name its own name (`临泽县`)
/// @param fullName province to here (`甘肃省张掖市临泽县`)
/// @param parent code of the area it belongs to, null for provinces
public record Region(String code, String name, String fullName, Level level, @Nullable String parent) {

    /// The three levels of the standard.
    public enum Level { PROVINCE, PREFECTURE, COUNTY }

    public Region {
        if (!code.matches("\\d{6}")) {
            throw new IllegalArgumentException("region " + name + " with code " + code);
        }
    }
}
