package cn.jixiao.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells what is wrong with a command line in the user's language, and what may have been meant; picocli's own words are
/// English.
record Misuse(Console console) implements CommandLine.IParameterExceptionHandler {

    private static final int MOST_OFFERED = 3;

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        console.err().println(words(wrong));
        if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            console.tell("usage.like", String.join(" | ", unmatched.getSuggestions().stream().limit(MOST_OFFERED).toList()));
        }
        console.tell("usage.help", wrong.getCommandLine().getCommandSpec().qualifiedName());
        return ExitStatus.USAGE;
    }

    private String words(ParameterException wrong) {
        var about = wrong.getArgSpec();
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> console.text(unmatched.isUnknownOption() ? "usage.option" : "usage.argument",
                    unmatched.getUnmatched().getFirst());
            case MissingParameterException missing -> console.text("usage.missing",
                    String.join(" ", missing.getMissing().stream().map(Misuse::name).toList()));
            case OverwrittenOptionException twice -> console.text("usage.twice", name(twice.getOverwritten()));
            default -> about == null || wrong.getValue() == null ? console.text("usage.wrong", wrong.getMessage())
                    : value(about, wrong.getValue());
        };
    }

    private String value(ArgSpec about, String value) {
        return about.type().isEnum() ? console.text("usage.choice", name(about), value, String.join(" ",
                List.of(about.type().getEnumConstants()).stream().map(String::valueOf).toList()))
                : console.text("usage.value", name(about), value);
    }

    /// `--format FORMAT`, `REPORT`.
    private static String name(ArgSpec it) {
        return it instanceof CommandLine.Model.OptionSpec option ? option.longestName() : it.paramLabel();
    }
}
