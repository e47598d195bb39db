package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every number that DECIMAL(38,10) can hold goes from a line of JSON into the table of observations digit by digit.
class DecimalsTest {

    private static final long SEED = Long.getLong("jixiao.seed", 42);
    private static final BigInteger MOST = BigInteger.TEN.pow(38);

    @TempDir
    private Path folder;

    /// The other process: lines in, a table and back, numbers out.
    public static final class Reading {

        private Reading() {
        }

        public static void main(String[] arguments) throws IOException {
            try (var spark = SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate()) {
                var staged = spark.read().text(arguments[0]).selectExpr("array(value) AS observations", "true AS first",
                        "X'00' AS body");
                Tables.OBSERVATIONS.of(staged, "test").write().parquet(arguments[1]);
                var numbers = spark.read().parquet(arguments[1]).orderBy("id").select("value").collectAsList().stream()
                        .map(row -> row.getDecimal(0).toPlainString()).toList();
                Files.write(Path.of(arguments[2]), numbers);
            }
        }
    }

    private static List<BigDecimal> numbers() {
        var random = new Random(SEED);
        var numbers = new ArrayList<>(List.of(new BigDecimal(MOST.subtract(BigInteger.ONE), 10),
                new BigDecimal(MOST.subtract(BigInteger.ONE).negate(), 10), new BigDecimal("0.0000000001"), BigDecimal.ZERO));
        for (int i = 0; i < 500; i++) {
            var digits = new BigInteger(1 + random.nextInt(126), random).mod(MOST);
            numbers.add(new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(11)));
        }
        // Fewer decimals leave less room before the point.
        numbers.removeIf(number -> number.precision() - number.scale() > 28);
        return numbers;
    }

    @Test
    void noDigitIsLostOnTheWayIntoATable() throws IOException, InterruptedException {
        var numbers = numbers();
        assertTrue(numbers.size() > 300, "numbers that fit, seed " + SEED);
        var lines = new ArrayList<String>();
        for (int i = 0; i < numbers.size(); i++) {
            lines.add("{\"id\":\"%05d\",\"value\":%s,\"low\":null,\"high\":null,\"confidence\":0.9}".formatted(i,
                    numbers.get(i).toPlainString()));
        }
        var in = Files.write(folder.resolve("lines.jsonl"), lines);
        var out = folder.resolve("numbers.txt");
        var command = new ArrayList<String>(List.of(Commands.JAVA, "-Xmx640m"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", Commands.JOB + File.pathSeparator + Commands.HOME.resolve("pipeline/spark/target/test-classes")
                + File.pathSeparator + Files.readString(Commands.JOB.resolveSibling("spark.classpath")).strip(),
                Reading.class.getName(), in.toString(), folder.resolve("table").toString(), out.toString()));
        Commands.run(command, Map.of("SPARK_LOCAL_IP", "127.0.0.1")).expecting(0);
        var read = Files.readAllLines(out);
        assertEquals(numbers.size(), read.size());
        for (int i = 0; i < read.size(); i++) {
            assertEquals(0, numbers.get(i).compareTo(new BigDecimal(read.get(i))), numbers.get(i) + " became " + read.get(i) + " seed " + SEED);
        }
    }
}
