package io.sarf.payouts.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.home.Checklist.Step;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/getting-started")
@RolesAllowed(Permission.Name.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class GettingStartedPages {
    /** @param main whether this is the member's next step */
    record Line(
            boolean done,
            String title,
            String text,
            @Nullable String url,
            String action,
            boolean main) {}

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GettingStarted(List<Line> lines, int done, int all, String secondPerson) implements TemplateInstance {}

    private final Progress progress;
    private final Applications applications;
    private final CurrentMember caller;
    private final Frame frame;

    GettingStartedPages(Progress progress, Applications applications, CurrentMember caller, Frame frame) {
        this.progress = progress;
        this.applications = applications;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here) {
        var scope = frame.at(here, "getting-started");
        var done = progress.done(scope, caller.person());
        var items = Checklist.of(scope, caller.member(), done);
        var next = items.stream().filter(item -> item.url() != null).findFirst().orElse(null);
        var words = MessageBundles.get(HomeMessages.class, Localized.Literal.of(frame.lang()));
        var lines =
                items.stream().map(item -> line(item, item.equals(next), words)).toList();
        var asked = applications.require(scope).secondPerson();
        return new GettingStarted(
                lines, done.size(), lines.size(), asked ? words.secondPersonAsked() : words.secondPersonSandbox());
    }

    private static Line line(Checklist.Item item, boolean main, HomeMessages words) {
        var text = text(item.step(), words);
        return new Line(item.done(), title(item.step(), words), text, item.url(), action(item.step(), words), main);
    }

    private static String title(Step step, HomeMessages words) {
        return switch (step) {
            case REQUESTED -> words.requestedTitle();
            case ENABLED -> words.enabledTitle();
            case OPTED_IN -> words.optedInTitle();
            case WEBHOOK -> words.webhookTitle();
            case BANK -> words.bankTitle();
            case DESTINATION -> words.destinationTitle();
            case SECOND_CONTROLLER -> words.controllerTitle();
            case FIRST_PAYOUT -> words.payoutTitle();
        };
    }

    private static String text(Step step, HomeMessages words) {
        return switch (step) {
            case REQUESTED -> words.requestedText();
            case ENABLED -> words.enabledText();
            case OPTED_IN -> words.optedInText();
            case WEBHOOK -> words.webhookText();
            case BANK -> words.bankText();
            case DESTINATION -> words.destinationText();
            case SECOND_CONTROLLER -> words.controllerText();
            case FIRST_PAYOUT -> words.payoutText();
        };
    }

    private static String action(Step step, HomeMessages words) {
        return switch (step) {
            case REQUESTED, ENABLED -> words.requestedAction();
            case OPTED_IN -> words.optedInAction();
            case WEBHOOK -> words.webhookAction();
            case BANK -> words.bankAction();
            case DESTINATION -> words.destinationAction();
            case SECOND_CONTROLLER -> words.controllerAction();
            case FIRST_PAYOUT -> words.payoutAction();
        };
    }
}
