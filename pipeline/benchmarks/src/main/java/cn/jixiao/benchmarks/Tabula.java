package cn.jixiao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import technology.tabula.HasText;
import technology.tabula.ObjectExtractor;
import technology.tabula.Page;
import technology.tabula.Table;
import technology.tabula.detectors.NurminenDetectionAlgorithm;
import technology.tabula.extractors.BasicExtractionAlgorithm;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/// tabula-java as its own command line runs it on whole files.
///
/// A mode and a PDF give its tables, each as `{Integer page, double[] {left, top, right, bottom}, String[][] rows}` in
/// points from the upper left of the page; merged cells stand at their first place, as in what tabula writes.
///
/// The modes: `lattice` by ruling lines, `stream` by gaps in the areas that its detector finds, `decide` chooses
/// between them page by page (`--guess` without `--lattice` or `--stream`).
public final class Tabula implements BiFunction<String, Path, List<Object[]>> {

    /// Kept, or the setting is forgotten with the logger. Printing warnings would be measured too.
    private static final Logger LOGGER = Logger.getLogger("org.apache");

    private final SpreadsheetExtractionAlgorithm lattice = new SpreadsheetExtractionAlgorithm();
    private final BasicExtractionAlgorithm stream = new BasicExtractionAlgorithm();

    public Tabula() {
        LOGGER.setLevel(Level.OFF);
    }

    /// @throws UncheckedIOException if the file cannot be read
    @Override
    public List<Object[]> apply(String mode, Path pdf) {
        try (var document = PDDocument.load(pdf.toFile()); var extractor = new ObjectExtractor(document)) {
            var tables = new ArrayList<Object[]>();
            for (var pages = extractor.extract(); pages.hasNext();) {
                var page = pages.next();
                tables(mode, page).stream().map(table -> plain(page, table)).forEach(tables::add);
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(pdf.toString(), e);
        }
    }

    private List<? extends Table> tables(String mode, Page page) {
        return switch (mode) {
            case "lattice" -> lattice.extract(page);
            case "stream" -> guessed(page);
            case "decide" -> lattice.isTabular(page) ? lattice.extract(page) : guessed(page);
            default -> throw new IllegalArgumentException("no such mode: " + mode);
        };
    }

    private List<Table> guessed(Page page) {
        return new NurminenDetectionAlgorithm().detect(page).stream()
                .flatMap(area -> stream.extract(page.getArea(area)).stream()).toList();
    }

    @SuppressWarnings("rawtypes") // as tabula declares its cells
    private static Object[] plain(Page page, Table table) {
        var rows = table.getRows().stream()
                .map(row -> row.stream().map(HasText::getText).toArray(String[]::new)).toArray(String[][]::new);
        var box = new double[] {table.getLeft(), table.getTop(), table.getRight(), table.getBottom()};
        return new Object[] {page.getPageNumber(), box, rows};
    }
}
