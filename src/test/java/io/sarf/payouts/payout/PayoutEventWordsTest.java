package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.activity.KnownTypes;
import org.junit.jupiter.api.Test;

class PayoutEventWordsTest {
    @Test
    void whatever_happens_to_a_payout_has_words_in_its_history() {
        assertThat(PayoutWords.EVENTS.keySet())
                .containsExactlyInAnyOrderElementsOf(KnownTypes.beginningWith("payout."));
    }
}
