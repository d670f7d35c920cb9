package io.sarf.payouts.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.BankConcurrency.Use;
import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankConcurrencyTest {
    private static final int MOST = 8;

    /** Payouts leave a call for payees. */
    private static final int OF_PAYOUTS = MOST - 1;

    private final MovableClock clock = new MovableClock();
    private final BankConcurrency concurrency = new BankConcurrency(List::of, clock);

    @Test
    void a_bank_whose_calls_are_all_used_takes_none_of_another_bank() {
        assertThat(concurrency.take("SLOW", Use.PAYOUTS, MOST)).isEqualTo(OF_PAYOUTS);
        assertThat(concurrency.take("SLOW", Use.PAYOUTS, MOST)).isZero();

        assertThat(concurrency.take("QUICK", Use.PAYOUTS, MOST)).isEqualTo(OF_PAYOUTS);
    }

    @Test
    void calls_that_were_given_back_can_be_taken_again() {
        concurrency.take("BANK", Use.PAYOUTS, MOST);
        concurrency.give("BANK", Use.PAYOUTS, 3);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(3);
    }

    @Test
    void a_bank_that_does_not_answer_is_left_alone_and_then_tried_with_one_call() {
        silent(BankConcurrency.SILENT);
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isZero();

        clock.advance(Duration.ofSeconds(6));
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(1);
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST))
                .as("one at a time")
                .isZero();
    }

    @Test
    void one_answer_opens_it_again() {
        silent(BankConcurrency.SILENT);
        clock.advance(Duration.ofSeconds(6));
        concurrency.take("BANK", Use.PAYOUTS, MOST);

        concurrency.answered("BANK");
        concurrency.give("BANK", Use.PAYOUTS, 1);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(OF_PAYOUTS);
    }

    @Test
    void the_longer_it_is_silent_the_longer_it_is_left_alone_up_to_two_minutes() {
        silent(BankConcurrency.SILENT);
        for (var probe = 0; probe < 10; probe++) {
            clock.advance(Duration.ofSeconds(135));
            silent(1);
        }
        clock.advance(Duration.ofSeconds(119));
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isZero();

        clock.advance(Duration.ofSeconds(15));
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(1);
    }

    @Test
    void calls_that_were_lost_together_start_one_pause_as_short_as_the_first() {
        silent(BankConcurrency.SILENT + 60);

        clock.advance(Duration.ofSeconds(6));

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(1);
    }

    @Test
    void a_few_lost_answers_between_others_do_not_close_a_bank() {
        silent(BankConcurrency.SILENT - 1);
        concurrency.answered("BANK");
        silent(BankConcurrency.SILENT - 1);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(OF_PAYOUTS);
    }

    @Test
    void payees_take_half_of_the_calls_at_most_and_payouts_leave_one_to_them() {
        assertThat(concurrency.take("BANK", Use.PAYEES, MOST)).isEqualTo(MOST / 2);
        assertThat(concurrency.take("BANK", Use.PAYEES, MOST)).isZero();
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(MOST / 2);
        concurrency.give("BANK", Use.PAYEES, MOST / 2);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(OF_PAYOUTS - MOST / 2);
        assertThat(concurrency.take("BANK", Use.PAYEES, MOST)).isEqualTo(1);
    }

    @Test
    void a_bank_that_takes_one_call_at_a_time_gets_one_for_either() {
        assertThat(concurrency.take("BANK", Use.PAYOUTS, 1)).isEqualTo(1);
        assertThat(concurrency.take("BANK", Use.PAYEES, 1)).isZero();
        concurrency.give("BANK", Use.PAYOUTS, 1);

        assertThat(concurrency.take("BANK", Use.PAYEES, 1)).isEqualTo(1);
    }

    @Test
    void at_a_bank_that_takes_one_call_at_a_time_payouts_and_payees_take_turns_whoever_asks_first() {
        concurrency.take("BANK", Use.PAYOUTS, 1);
        concurrency.take("BANK", Use.PAYEES, 1);
        concurrency.give("BANK", Use.PAYOUTS, 1);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, 1)).as("payees wait").isZero();
        assertThat(concurrency.take("BANK", Use.PAYEES, 1)).isEqualTo(1);
        concurrency.give("BANK", Use.PAYEES, 1);

        assertThat(concurrency.take("BANK", Use.PAYEES, 1)).as("payouts wait").isZero();
        assertThat(concurrency.take("BANK", Use.PAYOUTS, 1)).isEqualTo(1);
    }

    @Test
    void a_turn_that_nobody_takes_is_lost() {
        concurrency.take("BANK", Use.PAYOUTS, 1);
        concurrency.take("BANK", Use.PAYEES, 1);
        concurrency.give("BANK", Use.PAYOUTS, 1);
        clock.advance(Duration.ofSeconds(4));

        assertThat(concurrency.take("BANK", Use.PAYOUTS, 1)).isEqualTo(1);
    }

    @Test
    void without_anybody_else_who_waits_the_same_use_goes_on() {
        for (var call = 0; call < 3; call++) {
            assertThat(concurrency.take("BANK", Use.PAYEES, 1)).isEqualTo(1);
            assertThat(concurrency.take("BANK", Use.PAYEES, 1)).isZero();
            concurrency.give("BANK", Use.PAYEES, 1);
        }
    }

    @Test
    void whoever_waits_for_a_turn_asks_again_as_soon_as_the_other_use_gives_the_call_back() {
        var asked = new ArrayList<Use>();
        concurrency.whenFree(Use.PAYOUTS, () -> asked.add(Use.PAYOUTS));
        concurrency.whenFree(Use.PAYEES, () -> asked.add(Use.PAYEES));
        concurrency.take("BANK", Use.PAYOUTS, 1);
        concurrency.give("BANK", Use.PAYOUTS, 1);
        assertThat(asked).as("nobody waits").isEmpty();

        concurrency.take("BANK", Use.PAYOUTS, 1);
        concurrency.take("BANK", Use.PAYEES, 1);
        concurrency.give("BANK", Use.PAYOUTS, 1);

        assertThat(asked).containsExactly(Use.PAYEES);
    }

    @Test
    void the_call_that_finds_out_whether_a_silent_bank_is_back_is_made_in_turns_too() {
        concurrency.take("BANK", Use.PAYOUTS, 1);
        concurrency.give("BANK", Use.PAYOUTS, 1);
        silent(BankConcurrency.SILENT);
        clock.advance(Duration.ofSeconds(6));
        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isEqualTo(1);
        assertThat(concurrency.take("BANK", Use.PAYEES, MOST)).isZero();
        concurrency.give("BANK", Use.PAYOUTS, 1);

        assertThat(concurrency.take("BANK", Use.PAYOUTS, MOST)).isZero();
        assertThat(concurrency.take("BANK", Use.PAYEES, MOST)).isEqualTo(1);
    }

    private void silent(int times) {
        IntStream.range(0, times).forEach(each -> concurrency.silent("BANK"));
    }
}
