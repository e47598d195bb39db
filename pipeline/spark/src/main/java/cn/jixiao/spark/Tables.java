package cn.jixiao.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/// The tables of a run, one line each. The columns of records are the keys of their JSON; decimals are DECIMAL(38,10), read
/// from their digits. A longer number would be rounded, or fail the job: the program leaves it out of its lines and names
/// it among the failures.
enum Tables {
    DOCUMENTS("document", """
            doc_id STRING, source STRING, title STRING, doc_type STRING, agency STRING, evaluator STRING, region_code STRING,
            region STRING, year INT, period STRING, projects ARRAY<STRING>, media_type STRING, pages INT, chars INT,
            status STRING, warnings ARRAY<STRING>, sources ARRAY<STRING>, observations INT, alarms INT, rules ARRAY<STRING>,
            same_as STRING, edition_of STRING, counted_because STRING
            """),
    OBSERVATIONS("observations", """
            id STRING, doc_id STRING, source STRING, region_code STRING, region STRING, agency STRING, year INT,
            period STRING, project STRING, indicator STRING, label STRING, breakdown STRING, kind STRING, role STRING,
            comparator STRING, value DECIMAL(38,10), unit STRING, raw STRING, evidence STRUCT<page: INT, `start`: INT,
            `end`: INT, sentence: STRING, `table`: STRUCT<`table`: INT, `row`: INT, `column`: INT, address: STRING>>,
            confidence DOUBLE, low DECIMAL(38,10), high DECIMAL(38,10), rules ARRAY<STRING>
            """),
    FINDINGS("findings", """
            rule STRING, holds BOOLEAN, severity STRING, message STRING, observations ARRAY<STRING>, expected STRING,
            found STRING, doc_id STRING, source STRING
            """),
    FAILURES("failures", """
            doc_id STRING, source STRING, status STRING, kind STRING, place STRING, detail STRING
            """),
    PASSAGES("passages", """
            doc_id STRING, source STRING, `start` INT, `end` INT, text STRING
            """),
    /// Every path and what it came to: `recipe` and `state` as a workspace keeps them; `stored` where its content's records
    /// are this run's, under this path.
    SOURCES("", """
            file STRING, ordinal INT, path STRING, doc_id STRING, size BIGINT, modified BIGINT, recipe STRING, state STRING,
            stored BOOLEAN
            """),
    /// Whole extractions, packed, for `import-records`, with what a workspace keeps of their path.
    BODIES("body", """
            doc_id STRING, source STRING, size BIGINT, modified BIGINT, recipe STRING, state STRING, body BINARY
            """);

    /// A record that does not fit its table is a fault of ours, and must not become a row of nulls.
    private static final Map<String, String> STRICT = Map.of("mode", "FAILFAST");

    private final String staged;
    private final StructType type;

    Tables(String staged, String columns) {
        this.staged = staged;
        this.type = StructType.fromDDL(columns);
    }

    /// As its folder is called: `observations`.
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    StructType type() {
        return type;
    }

    /// The table's rows.
    ///
    /// @param rows all that was staged, see [Copies]
    /// @param recipe that of this run
    Dataset<Row> of(Dataset<Row> rows, String recipe) {
        var stored = col("body").isNotNull().and(col("first"));
        var kept = rows.where(stored);
        return switch (this) {
            case DOCUMENTS -> documents(kept);
            case OBSERVATIONS, FINDINGS, FAILURES, PASSAGES ->
                parsed(kept.select(explode(col(staged)).as("line")), "line").select("record.*");
            case SOURCES -> rows.withColumn("recipe", coalesce(col("recipe"), lit(recipe)))
                    .withColumn("state", coalesce(col("state"), lit("REPORT"))).withColumn("stored", stored).select(columns());
            case BODIES -> kept.withColumnRenamed("path", "source").select(columns());
        };
    }

    private Dataset<Row> documents(Dataset<Row> kept) {
        return parsed(kept, staged).select(col("record.*"), col("paths"))
                .withColumn("sources", when(col("paths").isNotNull(), col("paths")).otherwise(col("sources")))
                .select(columns());
    }

    private Dataset<Row> parsed(Dataset<Row> rows, String column) {
        return rows.withColumn("record", from_json(col(column), type, STRICT));
    }

    private org.apache.spark.sql.Column[] columns() {
        return java.util.stream.Stream.of(type.fieldNames()).map(org.apache.spark.sql.functions::col)
                .toArray(org.apache.spark.sql.Column[]::new);
    }
}
