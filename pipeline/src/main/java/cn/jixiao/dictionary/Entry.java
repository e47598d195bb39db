package cn.jixiao.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One mapping of a YAML dictionary file, which remembers where it stands, so that whatever is wrong with it can be
/// told with file and line.
public final class Entry {

    private final String file;
    private final Node at;
    private final Map<String, Node> values;

    private Entry(String file, Node at, Map<String, Node> values) {
        this.file = file;
        this.at = at;
        this.values = values;
    }

    /// Reads a file that holds one mapping, or a list of mappings.
    ///
    /// @param file its name, for messages
    /// @throws DictionaryException if it is no YAML or holds anything else
    public static List<Entry> parse(String file, String yaml) {
        var settings = LoadSettings.builder().setLabel(file).setParseComments(false).build();
        try {
            var root = new Compose(settings).composeString(yaml);
            return root.isEmpty() ? List.of() : entries(file, root.get());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new DictionaryException(file, line, e.getProblem());
        }
    }

    private static List<Entry> entries(String file, Node node) {
        return switch (node) {
            case MappingNode mapping -> List.of(of(file, mapping));
            case SequenceNode list -> list.getValue().stream().flatMap(each -> entries(file, each).stream()).toList();
            default -> throw new DictionaryException(file, line(node), "expected an entry of 'key: value' lines");
        };
    }

    private static Entry of(String file, MappingNode mapping) {
        var values = new LinkedHashMap<String, Node>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new DictionaryException(file, line(tuple.getKeyNode()), "a key must be a plain word");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new DictionaryException(file, line(key), "'" + key.getValue() + "' is given twice");
            }
        }
        return new Entry(file, mapping, values);
    }

    /// Refuses keys that nobody reads, most often misspelled ones.
    ///
    /// @throws DictionaryException at the first such key
    public Entry allow(Set<String> keys) {
        for (var each : values.entrySet()) {
            if (!keys.contains(each.getKey())) {
                throw new DictionaryException(file, line(each.getValue()),
                        "unknown key '" + each.getKey() + "'; known are " + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return this;
    }

    /// @throws DictionaryException if the key is missing or not a plain value
    public String text(String key) {
        return optional(key).orElseThrow(() -> problem("'" + key + "' is missing"));
    }

    public Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(node -> scalar(key, node));
    }

    /// A list of plain values, or one plain value, or nothing.
    public List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case SequenceNode list -> list.getValue().stream().map(node -> scalar(key, node)).toList();
            case Node node -> List.of(scalar(key, node));
        };
    }

    /// @throws DictionaryException if it is missing or no number
    public BigDecimal number(String key) {
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException e) {
            throw problem(key, "'" + text(key) + "' is not a number");
        }
    }

    /// @throws DictionaryException if it is missing or none of the constants; case and `-` for `_` do not matter
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        var wanted = text(key).replace('-', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(wanted)) {
                return each;
            }
        }
        throw problem(key, "'" + text(key) + "' is none of " + List.of(type.getEnumConstants()));
    }

    /// The entries of a list; plain values in it become entries with the single key `text`.
    public List<Entry> entries(String key) {
        var found = new ArrayList<Entry>();
        switch (values.get(key)) {
            case null -> { }
            case SequenceNode list -> list.getValue().forEach(node -> found.add(entry(node)));
            case Node node -> found.add(entry(node));
        }
        return List.copyOf(found);
    }

    private Entry entry(Node node) {
        return switch (node) {
            case MappingNode mapping -> of(file, mapping);
            case ScalarNode plain -> new Entry(file, plain, Map.of("text", plain));
            default -> throw new DictionaryException(file, line(node), "expected an entry");
        };
    }

    /// A problem with this entry as a whole, for the caller to throw.
    public DictionaryException problem(String what) {
        return new DictionaryException(file, line(at), what);
    }

    /// A problem with the value of one key, for the caller to throw.
    public DictionaryException problem(String key, String what) {
        return new DictionaryException(file, line(values.getOrDefault(key, at)), key + ": " + what);
    }

    /// `file:line` of this entry.
    public String place() {
        return file + ":" + line(at);
    }

    private String scalar(String key, Node node) {
        if (node instanceof ScalarNode plain) {
            return plain.getValue();
        }
        throw new DictionaryException(file, line(node), "'" + key + "' must be a plain value");
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
