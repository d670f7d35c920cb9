package io.sarf.payouts.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param legal the name the bank checks
 * @param alias the company's own name for the payee; empty if it is the legal name
 */
public record PayeeName(String legal, String alias) {
    public static PayeeName of(String legal, String display) {
        return new PayeeName(shown(legal), display.equals(legal) ? "" : shown(display));
    }

    /** Rows older than the rule for names may contain invisible characters; they are removed. */
    private static String shown(String name) {
        return PlainText.is(name) ? name : PlainText.cleaned(name, Math.max(1, name.length()));
    }

    public @Nullable String shownAlias() {
        return alias.isEmpty() ? null : alias;
    }

    /** One line of text without markup, with what follows. */
    public String line(String... more) {
        var values = new ArrayList<String>();
        values.add(legal);
        if (!alias.isEmpty()) {
            values.add(alias);
        }
        values.addAll(List.of(more));
        return Shown.line(values.toArray(String[]::new));
    }
}
