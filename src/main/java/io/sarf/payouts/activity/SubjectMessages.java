package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("subject")
interface SubjectMessages {
    String payout();

    String bulkPayment();

    String quarantinedOrder();

    String destination();

    String connection();

    String bank();

    String member();

    String invitation();

    String person();

    String application();

    String webhookEndpoint();

    String clientSecret();

    String customer();

    String testUser();

    String sandbox();
}
