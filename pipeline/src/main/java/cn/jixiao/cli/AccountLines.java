package cn.jixiao.cli;

import cn.jixiao.ingest.Account;
import java.nio.file.Path;

/// Prints what became of the files of an import, and names those that need a person.
record AccountLines(Console console) {

    /// Paths that are gone are named one by one up to here; the rest is counted.
    private static final int GONE_NAMED = 10;

    /// Prints the account and returns the exit status that goes with it.
    int print(Account account, Path workspace) {
        account.unreachable().forEach(each -> console.tell("unreachable." + each.reason(), Printable.of(each.path())));
        account.entries().forEach(this::trouble);
        gone(account);
        if (account.wasStopped()) {
            console.tell("account.stopped");
        }
        if (account.found() == 0) {
            console.tell("account.nothing");
            return account.unreachable().isEmpty() ? ExitStatus.SOME_FILES_FAILED : ExitStatus.FAILED;
        }
        totals(account, workspace);
        if (account.wasStopped()) {
            return ExitStatus.FAILED;
        }
        boolean clean = account.unread().isEmpty() && account.unreachable().isEmpty();
        return clean ? ExitStatus.DONE : ExitStatus.SOME_FILES_FAILED;
    }

    private void trouble(Account.Entry entry) {
        switch (entry.outcome()) {
            case FAILED, NEEDS_OCR, PARTIAL -> entry.problem().ifPresent(problem -> {
                console.tell("account.entry", console.text("outcome." + entry.outcome()), Printable.of(entry.path()),
                        console.messages().problem(problem));
                console.tell("account.remedy", console.messages().remedy(problem.kind()));
            });
            case IMPORTED, RENEWED, UNCHANGED, STILL_FAILED, DUPLICATE, MOVED -> { }
        }
    }

    private void gone(Account account) {
        account.gone().stream().limit(GONE_NAMED).forEach(path -> console.tell("account.gone", Printable.of(path)));
        if (account.gone().size() > GONE_NAMED) {
            console.tell("account.gone.more", account.gone().size() - GONE_NAMED);
        }
    }

    private void totals(Account account, Path workspace) {
        if (account.archives() == 0 && account.members() == 0) {
            console.say("account.total", account.entries().size(), workspace);
        } else {
            console.say("account.total.archives", account.entries().size(), workspace,
                    account.found() - account.archives(), account.archives(), account.members());
        }
        for (var outcome : Account.Outcome.values()) {
            if (account.count(outcome) > 0) {
                console.say("account.count", console.text("outcome." + outcome), account.count(outcome));
            }
        }
        if (account.count(Account.Outcome.STILL_FAILED) > 0) {
            console.tell("account.retry");
        }
        if (!account.gone().isEmpty()) {
            console.say("account.gone.count", account.gone().size());
        }
    }
}
