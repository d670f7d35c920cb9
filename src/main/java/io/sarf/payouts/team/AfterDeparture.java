package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import java.util.List;
import java.util.UUID;

/** What stays when somebody goes: a feature that keeps such a thing says so, for the page that asks before. */
public interface AfterDeparture {
    /** A sentence for each, in the language of the page; empty when nothing stays. */
    List<String> by(ApplicationId application, UUID person, String language);
}
