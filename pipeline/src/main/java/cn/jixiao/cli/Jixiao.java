package cn.jixiao.cli;

import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The program: `jixiao COMMAND`.
@Command(name = "jixiao", version = "jixiao 0.1.0", mixinStandardHelpOptions = true, resourceBundle = Messages.BUNDLE,
        synopsisSubcommandLabel = "COMMAND", scope = CommandLine.ScopeType.INHERIT)
public final class Jixiao implements Runnable {

    @Mixin
    private final Session session;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Jixiao(Session session) {
        this.session = session;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs one command and returns its exit status.
    static int run(String... arguments) {
        var language = Language.of(arguments, Language.system(System.getenv(), Locale.getDefault()));
        // Picocli takes the words of its help from the default locale.
        Locale.setDefault(language.locale());
        return run(Console.system(new Messages(language)), arguments);
    }

    static int run(Console console, String... arguments) {
        return commandLine(console).execute(arguments);
    }

    /// Every command, in the order of the help.
    static CommandLine commandLine(Console console) {
        var session = new Session(console, Session::findHome);
        var line = new CommandLine(new Jixiao(session))
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new IngestCommand(session))
                .addSubcommand(new ImportRecordsCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new SearchCommand(session))
                .addSubcommand(new CompareCommand(session))
                .addSubcommand(new AuditCommand(session))
                .addSubcommand(new ReviewCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new DictionaryCommand(session))
                .addSubcommand(new CommandLine(new BenchCommand(session))
                        .addSubcommand(new BenchTablesCommand(session))
                        .addSubcommand(new BenchCostsCommand(session))
                        .addSubcommand(new BenchScaleCommand(session)))
                .addSubcommand("completion", new GenerateCompletion());
        line.getSubcommands().get("completion").getCommandSpec().usageMessage()
                .header(console.text("jixiao.completion.usage.header"));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(console.messages().bundle());
        line.setExecutionExceptionHandler(new Troubles(console));
        line.setParameterExceptionHandler(new Misuse(console));
        line.setOut(new java.io.PrintWriter(console.out(), true));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        line.setUsageHelpAutoWidth(true).setAdjustLineBreaksForWideCJKCharacters(true);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
