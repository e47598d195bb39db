package cn.jixiao.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/// What the runs of an output hold by today's recipe: files that did not change since, and contents.
///
/// @param files path to size, modification time and state of what need not be read again
/// @param reports ids of contents that are in as reports
record Resume(Map<String, Filed> files, KnownIds reports) {

    /// A file that was read.
    record Filed(long size, long modified, String state) {
    }

    static Resume of(SparkSession spark, Output output, List<Run> runs, String recipe) {
        var files = new HashMap<String, Filed>();
        var reports = new ArrayList<String>();
        sources(spark, output, runs).ifPresent(sources -> {
            var last = sources.groupBy("path").agg(max_by(struct("*"), col("run")).as("last")).select("last.*")
                    .where(col("recipe").equalTo(recipe));
            // What an archive holds is passed over with the archive.
            last.where(col("path").equalTo(col("file"))).select("path", "size", "modified", "state").toLocalIterator()
                    .forEachRemaining(row -> files.put(row.getString(0), new Filed(row.getLong(1), row.getLong(2), row.getString(3))));
            last.where(col("state").equalTo("REPORT")).select("doc_id").distinct().toLocalIterator()
                    .forEachRemaining(row -> reports.add(row.getString(0)));
        });
        return new Resume(files, new KnownIds(reports));
    }

    private static java.util.Optional<Dataset<Row>> sources(SparkSession spark, Output output, List<Run> runs) {
        return runs.stream().map(run -> spark.read().schema(Tables.SOURCES.type())
                .parquet(output.table(run, Tables.SOURCES).toString()).withColumn("run", lit(run.number()))).reduce(Dataset::union);
    }

    /// Whether a file need not be opened.
    boolean passes(FileRef file, boolean retryFailed) {
        var filed = files.get(file.path());
        return filed != null && filed.size() == file.size() && filed.modified() == file.modified()
                && !(retryFailed && filed.state().equals("FAILED"));
    }

    /// Whether it is passed over although it could not be read.
    boolean failed(FileRef file) {
        return files.get(file.path()).state().equals("FAILED");
    }
}
