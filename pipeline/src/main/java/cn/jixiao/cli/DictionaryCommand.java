package cn.jixiao.cli;

import cn.jixiao.examples.ExampleCheck;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `dictionary check|list|show`: the knowledge that extraction rests on.
@Command(name = "dictionary", synopsisSubcommandLabel = "COMMAND", subcommands = {DictionaryCommand.Check.class,
        DictionaryCommand.ListAll.class, DictionaryCommand.Show.class})
final class DictionaryCommand implements Runnable {

    private final Session session;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    DictionaryCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), session.console().text("command.missing"));
    }

    /// `dictionary check`: every file is read, every example tested.
    @Command(name = "check")
    static final class Check implements Callable<Integer> {

        @ParentCommand
        private DictionaryCommand parent = new DictionaryCommand(null);

        @Override
        public Integer call() {
            var console = parent.session.console();
            var dictionaries = parent.session.dictionaries();
            var outcome = ExampleCheck.of(dictionaries);
            outcome.failures().forEach(each -> console.say(each.wanted().startsWith("!") ? "dictionary.matched"
                    : "dictionary.unmatched", each.place(), each.wanted().replaceFirst("^!", ""), each.example(), each.found()));
            console.say("dictionary.checked", dictionaries.indicators().all().size(), outcome.examples(),
                    outcome.failures().size());
            return outcome.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
        }
    }

    /// `dictionary list`: the indicators, one a line.
    @Command(name = "list")
    static final class ListAll implements Callable<Integer> {

        @ParentCommand
        private DictionaryCommand parent = new DictionaryCommand(null);

        @Override
        public Integer call() {
            var console = parent.session.console();
            parent.session.dictionaries().indicators().all().forEach(each -> console.print(each.id() + "\t" + each.name()
                    + "\t" + console.text("kind." + each.kind()) + "\t" + String.join(" ", each.units())));
            return ExitStatus.DONE;
        }
    }

    /// `dictionary show INDICATOR`: one entry.
    @Command(name = "show")
    static final class Show implements Callable<Integer> {

        @ParentCommand
        private DictionaryCommand parent = new DictionaryCommand(null);

        @Parameters(paramLabel = "INDICATOR", descriptionKey = "dictionary.indicator")
        private String id = "";

        @Override
        public Integer call() {
            var console = parent.session.console();
            var indicators = parent.session.dictionaries().indicators();
            var entry = indicators.find(id).orElseThrow(() -> new UserException("indicator.unknown", id));
            console.print(entry.id() + "  " + entry.name() + "  " + entry.englishName());
            console.say("dictionary.kind", console.text("kind." + entry.kind()), String.join(" ", entry.units()),
                    console.text("aggregate." + entry.aggregate()));
            entry.terms().forEach(term -> console.print("  " + term.words()
                    + (term.near().isEmpty() ? "" : "  (" + String.join(" ", term.near()) + ")")));
            indicators.examples().stream().filter(each -> each.indicator().equals(id)).forEach(each ->
                    console.print((each.holds() ? "  + " : "  - ") + each.sentence()));
            return ExitStatus.DONE;
        }
    }
}
