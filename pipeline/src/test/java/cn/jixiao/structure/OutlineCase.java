package cn.jixiao.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A case of a file of cases: a drawing of a document and what must be found in it.
record OutlineCase(String name, String drawing, List<String> expected) {

    static List<OutlineCase> in(String resource) {
        var found = new ArrayList<OutlineCase>();
        for (var part : read(resource).split("(?m)^== ")) {
            int name = part.indexOf('\n');
            int split = part.indexOf("\n--\n");
            if (!part.startsWith("#") && split > 0) {
                found.add(new OutlineCase(part.substring(0, name), part.substring(name + 1, split),
                        part.substring(split + 4).lines().filter(line -> !line.isBlank()).toList()));
            }
        }
        return found;
    }

    private static String read(String resource) {
        try (var in = OutlineCase.class.getResourceAsStream("/outline/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
