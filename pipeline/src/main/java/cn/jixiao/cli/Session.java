package cn.jixiao.cli;

import cn.jixiao.check.Checker;
import cn.jixiao.compare.Comparer;
import cn.jixiao.compare.Knowledge;
import cn.jixiao.compare.Naming;
import cn.jixiao.compare.Places;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Units;
import cn.jixiao.dictionary.Words;
import cn.jixiao.export.Labels;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.RecordStore;
import cn.jixiao.index.Records;
import cn.jixiao.index.Workspace;
import cn.jixiao.ingest.Importer;
import cn.jixiao.ingest.Settings;
import cn.jixiao.observation.Indicator;
import cn.jixiao.review.Corrections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command shares: where to print, which workspace, which dictionaries.
final class Session {

    private final Console console;
    private final Supplier<Path> home;
    private @Nullable Dictionaries dictionaries;
    private @Nullable Indicators indicators;
    private @Nullable Regions regions;
    private @Nullable CompletableFuture<Regions> coming;
    private @Nullable DerivedIndicators derived;
    private @Nullable CellRules cellRules;
    private @Nullable Checker checker;
    private @Nullable Units units;

    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR", scope = ScopeType.INHERIT,
            defaultValue = "${env:JIXIAO_WORKSPACE:-workspace}", descriptionKey = "option.workspace")
    private Path workspace = Path.of("workspace");

    @Option(names = "--dictionaries", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "option.dictionaries")
    private List<Path> overlays = new ArrayList<>();

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT, descriptionKey = "option.lang")
    private @Nullable String language;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    Session(Console console, Supplier<Path> home) {
        this.console = console;
        this.home = home;
    }

    Console console() {
        return console;
    }

    Path workspace() {
        return workspace;
    }

    /// The folder that holds `dictionaries/` and `corpus/`.
    Path home() {
        return home.get();
    }

    /// The program's dictionaries with the user's laid over them, read once.
    ///
    /// @throws cn.jixiao.dictionary.DictionaryException if an entry is broken
    synchronized Dictionaries dictionaries() {
        if (dictionaries == null) {
            dictionaries = Dictionaries.load(shelf());
        }
        return dictionaries;
    }

    /// The indicators alone: all that most commands need to know.
    Indicators indicators() {
        if (dictionaries != null) {
            return dictionaries.indicators();
        }
        if (indicators == null) {
            indicators = Indicators.load(shelf());
        }
        return indicators;
    }

    /// The areas alone.
    Regions regions() {
        if (dictionaries != null) {
            return dictionaries.regions();
        }
        if (regions == null) {
            regions = coming == null ? Regions.load(shelf()) : arrived(coming);
        }
        return regions;
    }

    /// Begins to read the areas, the largest of the dictionaries, beside whatever the caller does next.
    void regionsAhead() {
        if (dictionaries == null && regions == null && coming == null) {
            var shelf = shelf();
            coming = CompletableFuture.supplyAsync(() -> Regions.load(shelf));
        }
    }

    private static <T> T arrived(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// The units alone.
    Units units() {
        if (units == null) {
            units = dictionaries != null ? dictionaries.units() : Units.load(shelf());
        }
        return units;
    }

    DerivedIndicators derived() {
        if (derived == null) {
            derived = DerivedIndicators.load(shelf());
        }
        return derived;
    }

    CellRules cellRules() {
        if (cellRules == null) {
            cellRules = CellRules.load(shelf());
        }
        return cellRules;
    }

    /// Dictionaries that the user laid over the program's.
    List<Path> overlays() {
        return List.copyOf(overlays);
    }

    Shelf shelf() {
        var folders = new ArrayList<Path>();
        folders.add(home().resolve("dictionaries"));
        folders.addAll(overlays);
        return new Shelf(folders);
    }

    /// What people mean by the words they ask with.
    Naming naming() {
        return new Naming(indicators(), derived(), regions());
    }

    /// @throws cn.jixiao.index.WorkspaceException if nothing was imported yet, or it cannot be read
    /// @throws cn.jixiao.index.IndexServerException the same of an index on servers
    Records records() {
        return store().read();
    }

    /// The workspace, or the index on servers that was named in its place.
    RecordStore store() {
        return store(workspace);
    }

    /// The same with what persons said in another workspace.
    RecordStore store(Path spoken) {
        return index.given() ? index.index(home(), lexicon(), corrections(spoken)) : place(workspace);
    }

    /// What the records of [#store()] are called.
    String storeName() {
        return index.given() ? index.url() : workspace.toString();
    }

    boolean onServers() {
        return index.given();
    }

    /// @throws UserException if an index on servers was named for something that only a workspace can do
    void requireWorkspace() {
        if (index.given()) {
            throw new UserException("index.workspace", index.url());
        }
    }

    Records records(Path folder) {
        return place(folder).read();
    }

    /// A workspace that knows the words of the dictionaries.
    Workspace place(Path folder) {
        return new Workspace(folder, lexicon(), corrections(folder));
    }

    private Lexicon lexicon() {
        return new Lexicon(Words.load(shelf()), Synonyms.load(shelf()));
    }

    /// What persons said about the reports of the workspace.
    Corrections corrections() {
        return corrections(workspace);
    }

    private Corrections corrections(Path folder) {
        return new Corrections(folder, Clock.systemUTC(), this::checker);
    }

    private synchronized Checker checker() {
        if (checker == null) {
            checker = Checker.of(dictionaries != null ? dictionaries.relations() : Relations.load(shelf()));
        }
        return checker;
    }

    /// Who is at work: `$JIXIAO_USER`, else the name the system knows.
    String who() {
        var named = System.getenv("JIXIAO_USER");
        return named != null && !named.isBlank() ? named : System.getProperty("user.name", "?");
    }

    /// An importer into a workspace.
    Importer importer(Path folder, Settings settings) {
        return new Importer(place(folder), shelf(), this::dictionaries, settings);
    }

    /// Answers comparisons from records.
    Comparer comparer(Records records) {
        return new Comparer(records, new Knowledge(indicators()::find, derived(), cellRules(), Synonyms.units(shelf()),
                Places.of(regions())));
    }

    /// The words of printed comparisons, in the language of the console.
    Labels labels() {
        return Labels.of(console.messages().locale()).with(cellRules());
    }

    /// Chinese name of an indicator, or its id where the dictionary has none.
    String indicatorName(String id) {
        return indicators().find(id).map(Indicator::name).orElse(id);
    }

    /// The program's folder: given by the launcher, else the nearest folder above the working directory that has
    /// dictionaries.
    static Path findHome() {
        var given = System.getProperty("jixiao.home");
        if (given != null) {
            return Path.of(given);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("dictionaries"))) {
                return folder;
            }
        }
        throw new UserException("home.missing");
    }
}
