package io.sarf.payouts.activity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.journal.SignedHeads;
import io.sarf.payouts.platform.Moment;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happened here, newest first. */
@Path("/dashboard/{application}/{environment}/activity")
@RolesAllowed(Permission.Name.ACTIVITY)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ActivityPages {
    private static final int PAGE = 50;

    /** What a Financial Controller sees who may not see all. */
    private static final Set<String> OF_PAYOUTS = Set.of("payout", "connection", "destination", "authorization");

    /** @param ltr whether the value runs from left to right in every language, as an amount does */
    record Detail(String label, String value, boolean ltr) {}

    /** @param url of what it happened to; null where there is no page, or not for this member */
    record Line(
            Moment at, String what, String who, @Nullable String url, List<Detail> details) {}

    /**
     * @param older where the next page begins; null on the last
     * @param proof the key that signs exports of the journal; null for a reader who may not export it
     */
    @CheckedTemplate(basePath = "activity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Activity(
            List<Line> lines,
            boolean newest,
            String path,
            @Nullable String older,
            @Nullable String proof) implements TemplateInstance {}

    private final Journal journal;
    private final SignedHeads heads;
    private final Details details;
    private final Banks banks;
    private final CurrentMember caller;
    private final Frame frame;

    ActivityPages(Journal journal, SignedHeads heads, Details details, Banks banks, CurrentMember caller, Frame frame) {
        this.journal = journal;
        this.heads = heads;
        this.details = details;
        this.banks = banks;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance list(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @RestQuery @Nullable UUID before) {
        var scope = frame.at(application, environment, "activity");
        var path = scope.path() + "/activity";
        // One more than is shown tells whether there is another page.
        var found = journal.newest(scope, kinds(caller.member()), before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var older =
                found.size() > PAGE ? path + "?before=" + shown.get(PAGE - 1).id() : null;
        var words = ActivityWords.in(frame.lang(), banks);
        return new Activity(
                shown.stream().map(one -> line(scope, one, words)).toList(), before == null, path, older, proof());
    }

    private @Nullable String proof() {
        return caller.member().may(Permission.ALL_ACTIVITY) ? heads.key() : null;
    }

    /** The kinds of subjects a member may read of; empty for all. */
    static Set<String> kinds(Member member) {
        return member.may(Permission.ALL_ACTIVITY) ? Set.of() : OF_PAYOUTS;
    }

    private Line line(Scope scope, Journal.Entry entry, ActivityWords words) {
        return new Line(
                Moment.of(entry.at(), frame.lang()),
                words.what(entry.type()),
                words.who(entry.actor()),
                url(scope, entry),
                details.of(entry.details(), words));
    }

    private @Nullable String url(Scope scope, Journal.Entry entry) {
        if (!caller.member().may(Permission.PAYOUTS)) {
            return null;
        }
        return switch (entry.subjectKind()) {
            case "payout" -> scope.path() + "/payouts/" + entry.subject();
            case "destination" -> scope.path() + "/destinations/" + entry.subject();
            default -> null;
        };
    }
}
