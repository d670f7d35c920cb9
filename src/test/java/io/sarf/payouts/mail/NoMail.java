package io.sarf.payouts.mail;

import io.quarkus.arc.Arc;
import io.vertx.core.Vertx;

/** An installation that sends no mail. */
public final class NoMail {
    private NoMail() {}

    public static MailSender sender() {
        return new MailSender(
                mails -> {
                    throw new AssertionError("No mail is sent");
                },
                Arc.container().instance(Vertx.class).get(),
                false);
    }
}
