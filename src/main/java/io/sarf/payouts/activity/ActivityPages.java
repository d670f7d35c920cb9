package io.sarf.payouts.activity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.ExportJournal;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.Shown;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/activity")
@RolesAllowed(Permission.Name.ACTIVITY)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ActivityPages {
    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;

    /** @param ltr whether the value is written from left to right in every language, as an amount is */
    record Detail(String label, @Nullable String before, String value, boolean ltr) {
        /** As plain text, for CSV. */
        String line() {
            return label + ": " + (before == null ? value : before + " → " + value);
        }
    }

    /** @param url the entries of this subject or person; null where the page shows them already or there are none */
    record Follow(String text, @Nullable String url) {}

    /** @param url of the subject's page; null where it has none or the member may not open it */
    record Line(
            Moment at,
            String what,
            Follow who,
            @Nullable String address,
            @Nullable String url,
            Follow follow,
            List<Detail> details) {}

    /** @param proof the key that signs exports of the journal; null for a reader who may not export it */
    @CheckedTemplate(basePath = "activity", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Activity(
            @Nullable String following,
            FilterFields filters,
            List<Line> lines,
            boolean newest,
            String path,
            String same,
            String export,
            @Nullable String older,
            @Nullable String proof)
            implements TemplateInstance {}

    private final EntryHistory history;
    private final ExportJournal exports;
    private final Details details;
    private final ActivityReader reader;
    private final Banks banks;
    private final CurrentMember caller;
    private final Frame frame;

    ActivityPages(
            EntryHistory history,
            ExportJournal exports,
            Details details,
            ActivityReader reader,
            Banks banks,
            CurrentMember caller,
            Frame frame) {
        this.history = history;
        this.exports = exports;
        this.details = details;
        this.reader = reader;
        this.banks = banks;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public Response list(@BeanParam ScopePath here, @BeanParam ActivityForm form, @RestQuery @Nullable UUID before) {
        var scope = frame.at(here, "activity");
        var kinds = ActivityReader.kinds(caller.member());
        var people = reader.people(scope, caller.member());
        var words = ActivityWords.in(frame.lang(), banks);
        var filter = new ActivityFilter(
                form, kinds, people, words.page(), caller.person().zone());
        var wrong = !filter.faults().isEmpty();
        // Reads one more than it shows, to know whether there is another page.
        var found = wrong ? List.<Journal.Entry>of() : history.find(scope, filter.wanted(), before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var path = scope.path() + "/activity";
        var query = form.query();
        var page = new Activity(
                wrong ? null : following(scope, filter, words),
                FilterFields.of(filter, kinds, people, words),
                shown.stream().map(one -> line(scope, one, filter, words)).toList(),
                before == null,
                path,
                query.isEmpty() ? path : path + "?" + query,
                path + "/export" + (query.isEmpty() ? "" : "?" + query),
                found.size() > PAGE
                        ? path + "?" + (query.isEmpty() ? "" : query + "&") + "before="
                                + shown.get(PAGE - 1).id()
                        : null,
                proof());
        return Response.status(wrong ? UNPROCESSABLE : 200).entity(page).build();
    }

    private @Nullable String proof() {
        return caller.member().may(Permission.ALL_ACTIVITY) ? exports.key() : null;
    }

    /** The subject's name comes from the oldest entry of it that the reader may see. */
    private @Nullable String following(Scope scope, ActivityFilter filter, ActivityWords words) {
        var person = filter.person();
        var subject = filter.wanted().subject();
        if (subject == null) {
            return person == null ? null : Shown.line(person.name());
        }
        var everything = new Wanted(filter.wanted().readable(), null, null, subject, null, null, null);
        return history.oldest(scope, everything)
                .map(entry ->
                        Shown.line(words.kind(entry.subjectKind())) + " · " + details.title(entry.details(), words))
                .orElse(subject.toString());
    }

    private Line line(Scope scope, Journal.Entry entry, ActivityFilter filter, ActivityWords words) {
        return new Line(
                Moment.of(entry.at(), frame.lang()),
                words.what(entry.type()),
                who(scope, entry.actor(), filter, words),
                entry.actor().address(),
                url(scope, entry),
                follow(scope, entry, filter, words),
                details.of(entry.details(), words));
    }

    private static Follow who(Scope scope, Actor actor, ActivityFilter filter, ActivityWords words) {
        var who = actor.kind() == Actor.Kind.PERSON ? actor.id() : actor.kind().name();
        return new Follow(
                words.who(actor), filter.given("who").equals(who) ? null : scope.path() + "/activity?who=" + who);
    }

    /** For a member the link leads to the person, because it then includes what they did. */
    private Follow follow(Scope scope, Journal.Entry entry, ActivityFilter filter, ActivityWords words) {
        var person = switch (entry.subjectKind()) {
            case "member" -> details.person(entry.details());
            case "person" -> entry.subject().toString();
            default -> null;
        };
        var field = person == null ? "subject" : "who";
        var value = person == null ? entry.subject().toString() : person;
        return new Follow(
                person == null
                        ? words.page().follow(words.kind(entry.subjectKind()))
                        : words.page().followPerson(),
                filter.given(field).equals(value) ? null : scope.path() + "/activity?" + field + "=" + value);
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
