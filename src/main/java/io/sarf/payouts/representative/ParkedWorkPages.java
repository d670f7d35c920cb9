package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.workqueue.ParkedWork;
import io.sarf.payouts.workqueue.WorkQueue;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@AcrossApplications("The representative serves all applications")
@Path(ParkedWorkPages.URL)
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ParkedWorkPages {
    private static final Logger LOG = Logger.getLogger(ParkedWorkPages.class);

    static final String URL = "/representative/parked-work";

    /** @param application empty for work of no application, or of several */
    record Row(
            String what,
            String application,
            String environment,
            String fault,
            String id,
            Moment since,
            String action) {}

    /** A chain of the journal whose newest entries are not sealed. */
    record Unsealed(String application, String environment, Moment since) {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Parked(List<Row> rows, String allUrl, List<Unsealed> unsealed) implements TemplateInstance {}

    private final ParkedWork parked;
    private final Sealer sealer;
    private final Applications applications;
    private final FreshSignIn fresh;
    private final CurrentMember caller;
    private final Frame frame;

    ParkedWorkPages(
            ParkedWork parked,
            Sealer sealer,
            Applications applications,
            FreshSignIn fresh,
            CurrentMember caller,
            Frame frame) {
        this.parked = parked;
        this.sealer = sealer;
        this.applications = applications;
        this.fresh = fresh;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance list() {
        return new Parked(
                parked.newest().stream().map(this::row).toList(),
                URL + "/resumption",
                sealer.stuck().entrySet().stream()
                        .map(stuck -> unsealed(stuck.getKey(), stuck.getValue()))
                        .toList());
    }

    @POST
    @Path("/{work}/resumption")
    public Response resume(@PathParam("work") UUID work) {
        fresh.require(caller.person());
        try {
            parked.tryAgain(work, caller.person().representative());
        } catch (Refused e) {
            return Flash.refused(URL, words().stale());
        }
        return Flash.done(URL, words().resumed(1));
    }

    /** Each in a transaction of its own. */
    @POST
    @Path("/resumption")
    public Response resumeAll() {
        fresh.require(caller.person());
        var resumed = parked.newest().stream().filter(this::resumed).count();
        return Flash.done(URL, words().resumed(Math.toIntExact(resumed)));
    }

    private boolean resumed(ParkedWork.Item one) {
        try {
            parked.tryAgain(one.id(), caller.person().representative());
            return true;
        } catch (Refused stale) {
            return false;
        } catch (RuntimeException e) {
            // It stays parked, and the others are tried again.
            LOG.errorf(e, "%s %s cannot be tried again", one.queue(), one.id());
            return false;
        }
    }

    private Row row(ParkedWork.Item one) {
        var fault = one.fault();
        return new Row(
                what(one.queue()),
                name(one.application()),
                environment(one.environment()),
                fault == null ? "" : fault,
                one.id().toString(),
                Moment.of(one.parkedAt(), frame.lang()),
                URL + "/" + one.id() + "/resumption");
    }

    private Unsealed unsealed(Chain chain, Instant since) {
        return new Unsealed(
                name(chain.application()), environment(chain.environment()), Moment.of(since, frame.lang()));
    }

    private String environment(@Nullable Environment environment) {
        return environment == null ? "" : RepresentativeApplicationPages.name(environment, frame.lang());
    }

    private String name(@Nullable ApplicationId application) {
        return application == null ? "" : applications.require(application).name();
    }

    private String what(WorkQueue.Name queue) {
        return switch (queue) {
            case PAYOUT -> words().parkedPayout();
            case BULK_PAYMENT -> words().parkedBulk();
            case BENEFICIARY -> words().parkedBeneficiary();
            case BANK_CHANGES -> words().parkedBankChanges();
            case WEBHOOK -> words().parkedWebhook();
            case NOTICE_MAIL, DIGEST_MAIL, INVITATION_MAIL -> words().parkedMail();
        };
    }

    private RepresentativeMessages words() {
        return MessageBundles.get(RepresentativeMessages.class, Localized.Literal.of(frame.lang()));
    }
}
