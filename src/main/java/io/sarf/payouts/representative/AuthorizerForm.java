package io.sarf.payouts.representative;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The current default authorizer, the next one, and the reason, as the forms send them. */
class AuthorizerForm {
    @RestForm
    @Nullable
    String from;

    @RestForm
    @Nullable
    String to;

    @RestForm
    @Nullable
    String reason;

    String why() {
        return reason == null ? "" : reason.strip();
    }

    boolean explained() {
        return RepresentativeApplicationPages.isReason(why());
    }
}
