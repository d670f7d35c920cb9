package io.sarf.payouts.digest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the daily mail. */
@MessageBundle("digest")
interface DigestMessages {
    @Message(
            "{#when plural:en(count)}{#is 'one'}{count} payout awaits{#else}{count} payouts await{/when} authorization")
    String subject(long count);

    @Message("{company} (sandbox)")
    String sandbox(String company);

    @Message(
            "{place}: {#when plural:en(count)}{#is 'one'}{count} payout awaits{#else}{count} payouts await{/when} authorization, {totals}.")
    String waiting(long count, String place, String totals);

    @Message("See the payouts that wait")
    String see();

    @Message(
            "You get this mail once a day, at {time} in {zone}, while payouts await. In your profile you can have a mail at once instead, or none.")
    String note(String time, String zone);
}
