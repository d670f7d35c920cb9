package io.sarf.payouts.activity;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.Journal;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** @param most maximum number of entries; the last row states when there are more */
record ActivityCsv(EntryHistory history, Details details, ActivityWords words, int most) {
    private static final int PAGE = 500;

    void write(Scope scope, Wanted wanted, Writer out) throws IOException {
        out.write(Csv.BEGIN + Csv.row(head()));
        var left = most;
        var page = page(scope, wanted, null, left);
        while (!page.isEmpty()) {
            for (var entry : page) {
                out.write(Csv.row(row(entry)));
            }
            left -= page.size();
            page = page(scope, wanted, page.get(page.size() - 1).id(), left);
            if (left == 0 && !page.isEmpty()) {
                out.write(Csv.row(List.of(words.page().csvCut(String.format(Locale.ROOT, "%,d", most)))));
                return;
            }
        }
    }

    /** When no row is left, one entry is read to know whether there are more. */
    private List<Journal.Entry> page(Scope scope, Wanted wanted, @Nullable UUID before, int left) {
        return history.find(scope, wanted, before, left == 0 ? 1 : Math.min(PAGE, left));
    }

    private List<String> head() {
        var page = words.page();
        return List.of(
                page.csvTime(),
                page.who(),
                page.csvActorKind(),
                page.csvAddress(),
                page.what(),
                page.csvSubjectKind(),
                page.csvSubject(),
                page.details(),
                page.csvEntry());
    }

    private List<String> row(Journal.Entry entry) {
        var actor = entry.actor();
        return List.of(
                entry.at().toString(),
                words.who(actor),
                words.actorKind(actor.kind()),
                Objects.requireNonNullElse(actor.address(), ""),
                words.what(entry.type()),
                words.kind(entry.subjectKind()),
                entry.subject().toString(),
                details.of(entry.details(), words).stream()
                        .map(ActivityPages.Detail::line)
                        .collect(Collectors.joining("; ")),
                entry.id().toString());
    }
}
