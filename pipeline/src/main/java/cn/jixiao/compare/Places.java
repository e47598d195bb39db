package cn.jixiao.compare;

import cn.jixiao.dictionary.Regions;
import cn.jixiao.observation.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What a comparison asks about areas.
public interface Places {

    /// Knows no area; those that reports name are taken as the reports name them.
    Places NONE = new Places() {
        @Override
        public Optional<Region> byCode(String code) {
            return Optional.empty();
        }

        @Override
        public String comparable(String code) {
            return code;
        }

        @Override
        public List<String> joined(String code) {
            return List.of();
        }

        @Override
        public boolean carriesOn(String code) {
            return false;
        }

        @Override
        public List<Region> forerunners(String code, int year) {
            return List.of();
        }
    };

    Optional<Region> byCode(String code);

    /// The code whose line carries on the figures of an area that was renamed or merged.
    String comparable(String code);

    /// Codes no longer in force whose figures the lines of an area, or of areas in it, carry on.
    List<String> joined(String code);

    /// Whether the line of a code carries on the figures of any other.
    boolean carriesOn(String code);

    /// The areas whose figures of a year the line of a code carries on.
    List<Region> forerunners(String code, int year);

    static Places of(Regions regions) {
        return new Places() {
            /// Every cell of every comparison asks.
            private final Map<String, Map<Integer, List<Region>>> forerunners = new ConcurrentHashMap<>();

            @Override
            public Optional<Region> byCode(String code) {
                return regions.byCode(code);
            }

            @Override
            public String comparable(String code) {
                return regions.comparable(code);
            }

            @Override
            public List<String> joined(String code) {
                return regions.joined(code);
            }

            @Override
            public boolean carriesOn(String code) {
                return regions.carriesOn(code);
            }

            @Override
            public List<Region> forerunners(String code, int year) {
                return forerunners.computeIfAbsent(code, line -> new ConcurrentHashMap<>())
                        .computeIfAbsent(year, its -> regions.forerunners(code, its));
            }
        };
    }
}
