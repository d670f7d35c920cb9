package io.sarf.payouts.digest;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("digest")
interface DigestMessages {
    String subject(long count);

    String sandbox(String company);

    String waiting(long count, String place, String totals);

    String see();

    String note(String time, String zone);
}
