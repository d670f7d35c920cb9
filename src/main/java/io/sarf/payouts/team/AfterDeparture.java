package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import java.util.List;
import java.util.UUID;

/** A feature implements this to list, on the page that asks for confirmation, what remains when a member leaves. */
public interface AfterDeparture {
    /** Returns one sentence for each, in the language of the page; empty when nothing remains. */
    List<String> by(ApplicationId application, UUID person, String language);
}
