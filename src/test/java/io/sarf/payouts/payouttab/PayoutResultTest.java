package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Paid is money that stayed. */
class PayoutResultTest {
    @Test
    void each_standing_has_one_ending_or_none() {
        var endings = PayoutState.all().stream()
                .map(state ->
                        state + " " + PayoutResult.of(state).map(Enum::name).orElse("-"))
                .collect(Collectors.toSet());

        assertThat(endings)
                .containsExactlyInAnyOrder(
                        "CREATED -",
                        "QUEUEING -",
                        "AWAITING_AUTHORIZATION -",
                        "AUTHORIZING -",
                        "CANCELLING -",
                        "CANCELLED -",
                        "PENDING_WITH_BANK -",
                        "ACCEPTED_BY_BANK PAID",
                        "PROCESSED PAID",
                        "REJECTED RETURNED",
                        "FAILED FAILED",
                        "AUTHORIZATION_FAILED FAILED");
    }

    @Test
    void the_list_is_filtered_by_each_status_and_by_returned() {
        assertThat(ListedState.ALL).hasSize(PayoutStatus.values().length + 1);
        assertThat(ListedState.named("RETURNED").orElseThrow().example().toString())
                .isEqualTo("REJECTED");
        assertThat(ListedState.named("REJECTED")).isEmpty();
        assertThat(ListedState.named("' or 1 = 1")).isEmpty();
    }
}
