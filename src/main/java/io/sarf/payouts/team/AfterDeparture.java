package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import java.util.List;
import java.util.UUID;

/** What remains when a member leaves, for the page that asks for confirmation; implemented by features. */
public interface AfterDeparture {
    /** One sentence for each, in the language of the page; empty when nothing remains. */
    List<String> by(ApplicationId application, UUID person, String language);
}
