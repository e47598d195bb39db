package cn.jixiao.cli;

import cn.jixiao.compare.FormulaException;
import cn.jixiao.dictionary.DictionaryException;
import cn.jixiao.export.MissingDriverException;
import cn.jixiao.index.BadQueryException;
import cn.jixiao.index.IndexServerException;
import cn.jixiao.index.WorkspaceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;

/// Turns exceptions that a user can mend into words and an exit status. Anything else is a bug and keeps its trace.
record Troubles(Console console) implements CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception trouble, CommandLine command, CommandLine.ParseResult parsed) {
        return switch (trouble) {
            case UserException user -> told(user.words(console.messages()), ExitStatus.USAGE);
            case WorkspaceException workspace -> told(console.text("workspace." + workspace.reason(),
                    workspace.folder()), ExitStatus.FAILED);
            case IndexServerException server -> told(console.text("index." + server.reason(), server.address(), server.what()), ExitStatus.FAILED);
            case BadQueryException query -> told(console.text("query." + query.reason(), query.what(),
                    query.position() + 1), ExitStatus.USAGE);
            case FormulaException formula -> told(console.text("formula." + formula.reason(), formula.formula(),
                    formula.what()), ExitStatus.USAGE);
            case MissingDriverException driver -> told(console.text("export.driver"), ExitStatus.FAILED);
            case DictionaryException dictionary -> told(console.text("dictionary.broken", dictionary.getMessage()),
                    ExitStatus.FAILED);
            case UncheckedIOException io -> told(words(io.getCause()), ExitStatus.FAILED);
            case IOException io -> told(words(io), ExitStatus.FAILED);
            default -> bug(trouble);
        };
    }

    private int told(String words, int status) {
        console.err().println(words);
        return status;
    }

    private String words(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException missing -> missing(Path.of(missing.getFile()).toAbsolutePath());
            case AccessDeniedException denied -> console.text("file.denied", denied.getFile());
            default -> console.text("file.trouble", trouble.getMessage());
        };
    }

    /// A file that is to be written is missing because its folder is.
    private String missing(Path file) {
        var folder = file.getParent();
        return folder == null || Files.isDirectory(folder) ? console.text("file.missing", file) : console.text("file.folder", folder);
    }

    private int bug(Exception trouble) {
        console.tell("bug");
        trouble.printStackTrace(console.err());
        return ExitStatus.FAILED;
    }
}
