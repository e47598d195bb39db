package cn.jixiao.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/// The job: `spark-submit jixiao-spark.jar --out DIR PATH...`.
public final class SparkIngest {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int SOME_FILES_FAILED = 3;

    /// As the program calls a number with more digits than the tables hold.
    private static final String TOO_LONG = "number_too_long";

    private final SparkSession spark;
    private final Request request;
    private final Program program;
    private final Words words;
    private final Map<String, Long> account = new TreeMap<>();

    private SparkIngest(SparkSession spark, Request request, Program program, Words words) {
        this.spark = spark;
        this.request = request;
        this.program = program;
        this.words = words;
    }

    public static void main(String[] arguments) {
        int status = run(arguments);
        if (!returns(status, System.getProperty("spark.submit.deployMode", "client"))) {
            System.exit(status);
        }
    }

    /// Whether a driver ends by returning. Where it runs as one of the cluster's processes, YARN takes any exit for a crash
    /// and starts the job again, and so does a standalone master that supervises it; files that cannot be read are no crash,
    /// and the failures table tells of them.
    static boolean returns(int status, String deployMode) {
        return deployMode.equals("cluster") && (status == DONE || status == SOME_FILES_FAILED);
    }

    static int run(String... arguments) {
        var words = Words.ofSystem();
        Request request;
        try {
            request = Request.of(arguments);
        } catch (IllegalArgumentException e) {
            words.tell("usage", e.getMessage());
            return USAGE;
        }
        try (var program = Program.unpack(Path.of(System.getProperty("java.io.tmpdir")));
                var spark = SparkSession.builder().appName("jixiao ingest").getOrCreate()) {
            return new SparkIngest(spark, request, program, words).run();
        } catch (Output.OvertakenException e) {
            words.tell("overtaken", e.getMessage());
            return FAILED;
        } catch (IOException e) {
            words.tell("failed", e.toString());
            return FAILED;
        } catch (Exception e) {
            // Spark throws checked exceptions that it does not declare. What else comes here is a bug, and is shown whole.
            words.tell("failed", e.toString());
            if (!(e instanceof SparkException)) {
                e.printStackTrace();
            }
            return FAILED;
        } finally {
            Stations.close();
        }
    }

    private int run() throws IOException {
        var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        var configuration = context.hadoopConfiguration();
        var output = new Output(request.out(), configuration);
        var folders = Stream.concat(Stream.of(program.dictionaries()), request.dictionaries().stream().map(Path::of)).toList();
        var knowledge = Knowledge.of(folders, request.settings());
        var recipe = recipe(folders);
        var listing = Listing.of(request.paths(), program, configuration);
        var runs = output.runs();
        var resume = Resume.of(spark, output, runs, recipe);
        var todo = todo(listing, resume);
        words.tell("found", listing.files().size(), todo.size());
        listing.unreachable().forEach((path, reason) -> words.tell("unreachable." + reason, path));
        var reading = new ReadFiles(context.broadcast(knowledge), context.broadcast(resume.reports()),
                context.broadcast(new SerializableConfiguration(configuration)));
        int number = runs.isEmpty() ? 1 : runs.getLast().number() + 1;
        for (int from = 0; from < todo.size();) {
            // Executors come one after the other: the first run may find few of them.
            int slots = context.defaultParallelism();
            int to = (int) Math.min(todo.size(), (long) from + request.filesOfARun(slots));
            commitRun(output, number++, recipe, Bins.of(todo.subList(from, to), slots), context, reading);
            words.tell("committed", to, todo.size());
            from = to;
        }
        return told(listing);
    }

    private String recipe(List<Path> folders) throws IOException {
        var settings = new HashMap<>(request.settings());
        settings.put("jobs", "1");
        var task = program.task(folders, settings, program.folder().resolve("driver"));
        try (var closing = (AutoCloseable) task) {
            return closing.toString();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FileRef> todo(Listing listing, Resume resume) {
        var todo = new ArrayList<FileRef>();
        for (var file : listing.files()) {
            if (!resume.passes(file, request.retryFailed())) {
                todo.add(file);
            } else {
                account.merge(resume.failed(file) ? "still_failed" : "unchanged", 1L, Long::sum);
            }
        }
        return todo;
    }

    private void commitRun(Output output, int number, String recipe, List<List<FileRef>> bins, JavaSparkContext context,
            ReadFiles reading) throws IOException {
        var job = context.sc().applicationId() + "-" + number;
        var staging = output.stage(job);
        try {
            var raw = new org.apache.hadoop.fs.Path(staging, "staged").toString();
            spark.createDataFrame(context.parallelize(bins, Math.max(1, bins.size())).mapPartitions(reading), Staged.type())
                    .write().option("compression", "zstd").parquet(raw);
            var staged = Copies.marked(spark.read().schema(Staged.type()).parquet(raw));
            var outcomes = outcomes(staged);
            var rows = new TreeMap<String, Long>();
            for (var table : Tables.values()) {
                var folder = new org.apache.hadoop.fs.Path(staging, table.folder()).toString();
                table.of(staged, recipe).write().option("compression", "zstd").parquet(folder);
                rows.put(table.folder(), output.rows(new org.apache.hadoop.fs.Path(folder)));
            }
            failures(new org.apache.hadoop.fs.Path(staging, Tables.FAILURES.folder()).toString());
            output.remove(new org.apache.hadoop.fs.Path(raw));
            output.commit(staging, new Run(Run.FORMAT, number, job, recipe, outcomes, rows));
            outcomes.forEach((outcome, count) -> account.merge(outcome, count, Long::sum));
        } finally {
            output.discard(staging);
        }
    }

    private static Map<String, Long> outcomes(Dataset<Row> staged) {
        var outcomes = new TreeMap<String, Long>();
        staged.selectExpr("CASE WHEN outcome = 'known' OR NOT first AND state = 'REPORT' THEN 'duplicate' ELSE outcome END AS "
                + "outcome").groupBy("outcome").count().collectAsList()
                .forEach(row -> outcomes.put(row.getString(0), row.getLong(1)));
        return outcomes;
    }

    /// Names the files that need a person, and the numbers that no column holds, as far as anybody would read on.
    private void failures(String folder) {
        var failures = spark.read().schema(Tables.FAILURES.type()).parquet(folder);
        named(failures.where("status IN ('failed', 'needs_ocr') AND kind <> '" + TOO_LONG + "'"), "failure");
        named(failures.where(col("kind").equalTo(TOO_LONG)), "too_long");
    }

    private void named(Dataset<Row> failures, String key) {
        failures.orderBy("source", "place").select("source", "kind", "detail").limit(Words.FAILURES_NAMED).collectAsList()
                .forEach(row -> words.tell(key, row.getString(0), row.getString(1), row.getString(2)));
    }

    private int told(Listing listing) {
        words.say("total", account.values().stream().mapToLong(Long::longValue).sum(), request.out());
        account.forEach((outcome, count) -> words.say("outcome." + outcome, count));
        boolean clean = Stream.of("failed", "needs_ocr", "still_failed").noneMatch(account::containsKey)
                && listing.unreachable().isEmpty();
        return clean && !listing.files().isEmpty() ? DONE : SOME_FILES_FAILED;
    }
}
