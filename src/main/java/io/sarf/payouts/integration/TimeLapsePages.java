package io.sarf.payouts.integration;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.integration.TestUserPages.Choice;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Advances the sandbox bank's clock for one application. */
@Path("/dashboard/{application}/{environment}/integration/test-users/time")
@RolesAllowed(Permission.Name.TEST_USERS)
class TimeLapsePages {
    private final TestUsers users;
    private final CurrentMember caller;
    private final Frame frame;

    TimeLapsePages(TestUsers users, CurrentMember caller, Frame frame) {
        this.users = users;
        this.caller = caller;
        this.frame = frame;
    }

    @POST
    public Response letPass(@BeanParam ScopePath here, @RestForm @Nullable String by) {
        var scope = here.scope();
        var words = MessageBundles.get(IntegrationMessages.class, Localized.Literal.of(frame.lang()));
        var back = TestUserPages.place(scope, false);
        var wanted =
                choices(words).stream().filter(one -> one.value().equals(by)).findFirst();
        if (wanted.isEmpty()) {
            return Flash.refused(back, words.chooseTime());
        }
        try {
            users.letPass(
                    scope, Duration.parse(wanted.get().value()), caller.person().actor());
            return Flash.done(back, words.timePassed(wanted.get().label()));
        } catch (Refused e) {
            return Flash.refused(back, words.noAnswer());
        }
    }

    static List<Choice> choices(IntegrationMessages words) {
        return List.of(
                new Choice("PT1M", words.minute()), new Choice("PT1H", words.hour()), new Choice("PT24H", words.day()));
    }
}
