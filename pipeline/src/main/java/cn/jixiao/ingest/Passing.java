package cn.jixiao.ingest;

import cn.jixiao.index.KnownSources;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.Account.Entry;
import cn.jixiao.ingest.Account.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Which files need not be read again, by what is known of their paths.
///
/// @param retryFailed whether what failed before is tried again
record Passing(KnownSources known, Recipe recipe, boolean retryFailed) {

    static final String MEMBER = "!/";

    /// The file on disk of a path, which may lead into an archive.
    static String file(String path) {
        int member = path.indexOf(MEMBER);
        return member < 0 ? path : path.substring(0, member);
    }

    /// What is known of a file that need not be parsed again.
    Optional<SourceEntry> passed(FileList.Found file) {
        return known.source(file.path()).filter(entry -> entry.size() == file.size() && entry.modified() == file.modified())
                .filter(entry -> switch (entry.state()) {
                    case REPORT -> recipe.sameReader(entry.recipe());
                    case FAILED -> recipe.sameReader(entry.recipe()) && !retryFailed;
                    case ARCHIVE -> entry.recipe().equals(recipe.text()) && !(retryFailed && holdsFailed(entry));
                });
    }

    /// Whether its records are what would be made of it today.
    boolean asToday(SourceEntry entry) {
        return entry.state() == SourceEntry.State.FAILED || entry.recipe().equals(recipe.text());
    }

    private boolean holdsFailed(SourceEntry archive) {
        return known.sources(archive.path() + MEMBER).stream().anyMatch(each -> each.state() == SourceEntry.State.FAILED);
    }

    /// Known paths whose files are no longer where they were looked for.
    List<String> missing(FileList list) {
        var there = new HashSet<String>();
        list.files().forEach(each -> there.add(each.path()));
        return known.sources("").stream().map(SourceEntry::path)
                .filter(path -> !there.contains(file(path)) && list.covers(file(path))).toList();
    }

    /// Accounts for a file as it was, an archive by its members.
    void account(SourceEntry entry, Account account, Progress progress) {
        if (entry.state() != SourceEntry.State.ARCHIVE) {
            tell(entry, account, progress);
            return;
        }
        var members = known.sources(entry.path() + MEMBER);
        progress.more(members.size() - 1);
        members.forEach(member -> tell(member, account, progress));
        account.archive();
        account.members(members.size());
    }

    private static void tell(SourceEntry known, Account account, Progress progress) {
        var entry = Entry.of(known.path(), known.state() == SourceEntry.State.FAILED ? Outcome.STILL_FAILED : Outcome.UNCHANGED);
        account.add(entry);
        progress.done(entry);
    }

    /// The account of a list whose every file is as it was, and nothing else was; nothing as soon as one is not.
    Optional<Account> all(FileList list, Progress progress) {
        if (!list.files().stream().allMatch(file -> passed(file).filter(this::asToday).isPresent()) || !missing(list).isEmpty()) {
            return Optional.empty();
        }
        var account = new Account(list);
        progress.found(list.files().size());
        list.files().forEach(file -> account(passed(file).orElseThrow(), account, progress));
        return Optional.of(account);
    }
}
