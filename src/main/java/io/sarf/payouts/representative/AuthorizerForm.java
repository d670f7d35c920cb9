package io.sarf.payouts.representative;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

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
