package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What entries are written of. */
@MessageBundle("subject")
interface SubjectMessages {
    @Message("payout")
    String payout();

    @Message("bulk payment")
    String bulkPayment();

    @Message("unknown order")
    String quarantinedOrder();

    @Message("destination")
    String destination();

    @Message("bank connection")
    String connection();

    @Message("bank")
    String bank();

    @Message("member")
    String member();

    @Message("invitation")
    String invitation();

    @Message("person")
    String person();

    @Message("company")
    String application();

    @Message("webhook endpoint")
    String webhookEndpoint();

    @Message("client secret")
    String clientSecret();

    @Message("customer")
    String customer();

    @Message("test user")
    String testUser();

    @Message("sandbox bank")
    String sandbox();
}
