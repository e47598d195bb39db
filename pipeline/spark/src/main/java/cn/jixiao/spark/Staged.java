package cn.jixiao.spark;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/// What a task writes, before tables are made of it: one row for each path, its records as JSON.
final class Staged {

    private static final StructType TYPE = new StructType(new StructField[] {
        text("file"), of("ordinal", DataTypes.IntegerType), text("path"), text("doc_id"), of("size", DataTypes.LongType),
        of("modified", DataTypes.LongType), text("outcome"), text("recipe"), text("state"), text("document"),
        texts("observations"), texts("findings"), texts("passages"), texts("failures"), of("body", DataTypes.BinaryType)});

    private Staged() {
    }

    static StructType type() {
        return TYPE;
    }

    /// @param ordinal which item of its file it is
    static Row row(FileRef file, int ordinal, Map<String, Object> it) {
        return RowFactory.create(file.path(), ordinal, it.get("path"), it.get("doc_id"), file.size(), file.modified(),
                it.get("outcome"), it.get("recipe"), it.get("state"), it.get("document"), array(it.get("observations")),
                array(it.get("findings")), array(it.get("passages")), array(it.get("failures")), it.get("body"));
    }

    private static String @Nullable [] array(@Nullable Object list) {
        return list instanceof List<?> texts ? texts.toArray(String[]::new) : null;
    }

    private static StructField text(String name) {
        return of(name, DataTypes.StringType);
    }

    private static StructField texts(String name) {
        return of(name, DataTypes.createArrayType(DataTypes.StringType, false));
    }

    private static StructField of(String name, org.apache.spark.sql.types.DataType type) {
        return new StructField(name, type, true, Metadata.empty());
    }
}
