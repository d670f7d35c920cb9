package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PayoutEventTypesTest {
    /** As they stand in journals, exports and webhooks of every installation. */
    private static final String[] STORED = {
        "payout.sent_to_bank",
        "payout.queued",
        "payout.queued_automatic",
        "payout.not_taken",
        "payout.unsendable",
        "payout.authorization_begun",
        "payout.released_on_demand",
        "payout.authorization_closed",
        "payout.cancelled_unsent",
        "payout.cancellation_asked",
        "payout.taken_back",
        "payout.accepted",
        "payout.pending",
        "payout.refused",
        "payout.refused_by_approver",
        "payout.processed",
        "payout.rejected"
    };

    @Test
    void a_stored_type_stays_whatever_the_event_is_called_in_code() {
        assertThat(Arrays.stream(PayoutEvent.class.getPermittedSubclasses()).map(PayoutEventTypesTest::type))
                .containsExactlyInAnyOrder(STORED);
    }

    private static String type(Class<?> event) {
        var constructor = event.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return ((PayoutEvent) constructor.newInstance(new Object[constructor.getParameterCount()])).type();
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }
}
