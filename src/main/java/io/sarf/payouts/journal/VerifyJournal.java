package io.sarf.payouts.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code verify-journal <export> [--at-least <head>] [--key <key>]} checks an export of the journal offline. Exit code
 * 0: complete and unaltered; 1: not; 2: the check failed to run.
 */
public final class VerifyJournal {
    public static final String NAME = "verify-journal";

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int UNCHECKED = 2;

    private @Nullable Path export;
    private @Nullable Path atLeast;
    private @Nullable String key;

    private VerifyJournal() {}

    public static int run(List<String> arguments, PrintStream out) {
        var asked = new VerifyJournal();
        if (!asked.understand(arguments)) {
            out.println("Usage: " + NAME + " <export> [--at-least <head>] [--key <key>]");
            out.println("  --at-least  an earlier export, or the line with its head: this one must contain it");
            out.println("  --key       the key that must have signed; the product shows it beside the export");
            return UNCHECKED;
        }
        try {
            return asked.check(out);
        } catch (IOException unreadable) {
            out.println("Cannot be read: " + unreadable.getMessage());
            return UNCHECKED;
        }
    }

    private boolean understand(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var one = rest.remove(0);
            if (one.equals("--at-least") && !rest.isEmpty()) {
                atLeast = Path.of(rest.remove(0));
            } else if (one.equals("--key") && !rest.isEmpty()) {
                key = rest.remove(0);
            } else if (!one.startsWith("--") && export == null) {
                export = Path.of(one);
            } else {
                return false;
            }
        }
        return export != null;
    }

    private int check(PrintStream out) throws IOException {
        var known = atLeast == null ? List.<JournalHead>of() : known(atLeast);
        try (var file = new BufferedInputStream(Files.newInputStream(Objects.requireNonNull(export)))) {
            var found = CheckedExport.of(file, known);
            var faults = new ArrayList<>(found.faults());
            faults.addAll(signers(found, known));
            if (!faults.isEmpty()) {
                out.println("NOT WHOLE");
                faults.forEach(fault -> out.println("  " + fault));
                return BROKEN;
            }
            out.println("WHOLE");
            found.heads()
                    .forEach(head -> out.println("  " + head.chain() + ": " + head.count() + " entries, taken "
                            + head.takenAt() + ", digest " + head.digest()));
            found.heads().stream()
                    .map(JournalHead::key)
                    .distinct()
                    .forEach(signer -> out.println("  Signed by " + signer
                            + (key == null
                                    ? ": compare it with the key the product shows, or give it with --key"
                                    : "")));
            return WHOLE;
        }
    }

    private static List<JournalHead> known(Path file) throws IOException {
        try (var input = new BufferedInputStream(Files.newInputStream(file))) {
            var heads = new ExportedLines(input).heads();
            if (heads.isEmpty() || !heads.stream().allMatch(SignedHeads::signed)) {
                throw new IOException(file + " holds no signed head");
            }
            return heads;
        }
    }

    /** An attacker who alters everything can sign with a key of their own. Only the different key reveals it. */
    private List<String> signers(CheckedExport found, List<JournalHead> known) {
        Set<String> trusted = new HashSet<>();
        known.forEach(head -> trusted.add(head.key()));
        if (key != null) {
            trusted.clear();
            trusted.add(key);
        }
        return found.heads().stream()
                .filter(head -> !trusted.isEmpty() && !trusted.contains(head.key()))
                .map(head -> "The head of " + head.chain() + " is signed by another key: " + head.key())
                .toList();
    }
}
