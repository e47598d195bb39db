package cn.jixiao.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/// The same content under several paths, read by several tasks that knew nothing of each other: one of them stays, the
/// first in the order of files and of members within an archive, as in a local import.
final class Copies {

    private Copies() {
    }

    /// Adds two columns: `first`, whether the row's records stay, and `paths`, all paths of a content that has several.
    static Dataset<Row> marked(Dataset<Row> staged) {
        var copies = staged.where(col("body").isNotNull()).select("doc_id", "file", "ordinal", "path").groupBy("doc_id")
                .agg(count(lit(1)).as("number"), min(struct("file", "ordinal", "path")).getField("path").as("goes_by"),
                        sort_array(collect_list(col("path"))).as("paths"))
                .where(col("number").gt(1)).drop("number").withColumnRenamed("doc_id", "copied").localCheckpoint();
        if (copies.isEmpty()) {
            return staged.withColumn("first", lit(true)).withColumn("paths", lit(null).cast("array<string>"));
        }
        return staged.join(broadcast(copies), col("doc_id").equalTo(col("copied")), "left")
                .withColumn("first", coalesce(col("path").equalTo(col("goes_by")), lit(true))).drop("copied", "goes_by");
    }
}
