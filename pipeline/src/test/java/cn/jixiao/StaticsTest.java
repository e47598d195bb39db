package cn.jixiao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Many readers run in one process, on a server and in an executor of a cluster: what a class keeps is a constant.
class StaticsTest {

    /// Turns of those who write the same journal, which must be one for the process.
    private static final List<String> SHARED_ON_PURPOSE = List.of("cn.jixiao.review.Journal.TURNS");

    private static final List<Class<?>> CHANGING = List.of(ThreadLocal.class, StringBuilder.class, java.util.Random.class,
            java.util.Iterator.class, java.io.Closeable.class, java.text.Format.class, java.util.concurrent.locks.Lock.class,
            java.util.Calendar.class);

    private static final List<JavaField> STATICS = statics();

    private static List<JavaField> statics() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.jixiao").stream()
                .flatMap(each -> each.getFields().stream()).filter(each -> each.getModifiers().contains(JavaModifier.STATIC))
                .filter(each -> !each.getModifiers().contains(JavaModifier.SYNTHETIC)).toList();
    }

    private static TreeSet<String> names(Predicate<JavaField> kind) {
        var names = new TreeSet<String>();
        STATICS.stream().filter(kind).forEach(each -> names.add(each.getFullName()));
        return names;
    }

    @Test
    void noStaticIsAssignedAnew() {
        assertTrue(STATICS.size() > 1_000, "fields were found");
        assertEquals(new TreeSet<>(), names(each -> !each.getModifiers().contains(JavaModifier.FINAL)));
    }

    @Test
    void noStaticIsMadeToChange() {
        assertEquals(new TreeSet<>(SHARED_ON_PURPOSE), names(each -> each.getRawType().getPackageName().startsWith("java.util.concurrent")
                || CHANGING.stream().anyMatch(type -> each.getRawType().isAssignableTo(type))));
    }

    /// As they are once the class is loaded, whatever type they are declared as.
    @Test
    void noStaticCollectionCanBeAddedTo() {
        assertEquals(new TreeSet<>(SHARED_ON_PURPOSE), names(each -> {
            boolean collection = each.getRawType().isAssignableTo(Collection.class) || each.getRawType().isAssignableTo(Map.class);
            return collection && !each.getRawType().isAssignableTo(Properties.class) && !fixed(value(each));
        }));
    }

    private static Object value(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.getFullName(), e);
        }
    }

    private static boolean fixed(Object collection) {
        var type = collection.getClass().getName();
        return type.startsWith("java.util.ImmutableCollections") || type.startsWith("java.util.Collections$Unmodifiable")
                || type.startsWith("java.util.Collections$Empty");
    }
}
