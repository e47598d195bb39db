/// The import as a Spark job: files are listed, weighed and packed into tasks; every executor reads them with the program
/// that travels in this module's jar; records come out as a folder of Parquet tables, one subfolder a run.
///
/// In: paths of any storage that Hadoop knows, or of this machine's and its shared folders. Out: committed runs.
/// Not done here: what one file holds (that is the program's), and indexing (`import-records`).
@NullMarked
package cn.jixiao.spark;

import org.jspecify.annotations.NullMarked;
