package cn.jixiao.cli;

import cn.jixiao.ingest.Account;
import java.nio.file.Path;

/// Prints what became of the files of an import, and names those that need a person.
record AccountLines(Console console) {

    /// Prints the account and returns the exit status that goes with it.
    int print(Account account, Path workspace) {
        account.unreachable().forEach(each -> console.tell("unreachable." + each.reason(), each.path()));
        for (var entry : account.entries()) {
            switch (entry.outcome()) {
                case FAILED, NEEDS_OCR, PARTIAL -> entry.problem().ifPresent(problem -> {
                    console.tell("account.entry", console.text("outcome." + entry.outcome()), entry.path(),
                            console.messages().problem(problem));
                    console.tell("account.remedy", console.messages().remedy(problem.kind()));
                });
                case IMPORTED, UNCHANGED, DUPLICATE -> { }
            }
        }
        if (account.entries().isEmpty()) {
            console.tell("account.nothing");
            return account.unreachable().isEmpty() ? ExitStatus.SOME_FILES_FAILED : ExitStatus.FAILED;
        }
        console.say("account.total", account.entries().size(), workspace);
        for (var outcome : Account.Outcome.values()) {
            if (account.count(outcome) > 0) {
                console.say("account.count", console.text("outcome." + outcome), account.count(outcome));
            }
        }
        boolean clean = account.unread().isEmpty() && account.unreachable().isEmpty();
        return clean ? ExitStatus.DONE : ExitStatus.SOME_FILES_FAILED;
    }
}
