package io.sarf.payouts.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is paid, as people see it wherever money is decided or followed: by the name that the bank checked. The tag
 * {@code payee} shows it.
 *
 * @param legal the legal name, which the bank compares with the account's
 * @param alias what the company calls them; empty where that is the legal name
 */
public record PayeeName(String legal, String alias) {
    /** @param display the display name, which may be the legal one */
    public static PayeeName of(String legal, String display) {
        return new PayeeName(shown(legal), display.equals(legal) ? "" : shown(display));
    }

    /** Rows that are older than the rule for names may have characters that nobody sees; they are shown without. */
    private static String shown(String name) {
        return PlainText.is(name) ? name : PlainText.cleaned(name, Math.max(1, name.length()));
    }

    /** The alias for the journal; null for none. */
    public @Nullable String shownAlias() {
        return alias.isEmpty() ? null : alias;
    }

    /** In one line of text where no markup may stand, with what follows it. */
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
