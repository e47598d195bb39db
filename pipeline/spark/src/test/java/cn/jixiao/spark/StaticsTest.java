package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/// Tasks of one executor share a process: what a class keeps is a constant, but for the one place that says so.
class StaticsTest {

    private static final List<Class<?>> CONSTANTS = List.of(String.class, Pattern.class, List.class, Map.class, ObjectMapper.class,
            StructType.class);

    private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
        var root = Path.of("target/classes");
        var classes = new ArrayList<Class<?>>();
        try (var files = Files.walk(root.resolve("cn"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
                var name = root.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    classes.add(Class.forName(name));
                }
            }
        }
        return classes;
    }

    private static boolean constant(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        var type = field.getType();
        if (!Modifier.isFinal(field.getModifiers())) {
            return false;
        }
        if (type == List.class || type == Map.class) {
            return field.get(null).getClass().getName().startsWith("java.util.ImmutableCollections");
        }
        return type.isPrimitive() || type.isEnum() || type.isRecord() || CONSTANTS.contains(type);
    }

    @Test
    void onlyStationsAreShared() throws IOException, ReflectiveOperationException {
        var shared = new TreeSet<String>();
        var all = classes();
        for (var each : all) {
            for (var field : each.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !constant(field)) {
                    shared.add(each.getSimpleName() + "." + field.getName());
                }
            }
        }
        assertTrue(all.size() > 15, all.toString());
        assertEquals(List.of("Stations.HERE"), List.copyOf(shared));
    }

    @Test
    void aDriverOfTheClusterEndsByReturningUnlessItFailed() {
        assertTrue(SparkIngest.returns(0, "cluster"));
        assertTrue(SparkIngest.returns(3, "cluster"), "files that cannot be read are no reason to start again");
        assertFalse(SparkIngest.returns(1, "cluster"));
        assertFalse(SparkIngest.returns(0, "client"));
        assertFalse(SparkIngest.returns(3, "client"), "scripts ask for the status");
    }
}
