package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankConcurrencyTest {
    private static final int MOST = 8;

    private final MovableClock clock = new MovableClock();
    private final BankConcurrency concurrency = new BankConcurrency(clock);

    @Test
    void a_bank_that_keeps_all_its_hands_busy_takes_none_of_another_bank() {
        assertThat(concurrency.take("SLOW", MOST)).isEqualTo(MOST);
        assertThat(concurrency.take("SLOW", MOST)).isZero();

        assertThat(concurrency.take("QUICK", MOST)).isEqualTo(MOST);
    }

    @Test
    void hands_that_were_given_back_can_be_taken_again() {
        concurrency.take("BANK", MOST);
        concurrency.give("BANK", 3);

        assertThat(concurrency.take("BANK", MOST)).isEqualTo(3);
    }

    @Test
    void a_bank_that_does_not_answer_is_left_alone_and_then_tried_with_one_call() {
        silent(BankConcurrency.SILENT);
        assertThat(concurrency.take("BANK", MOST)).isZero();

        clock.advance(Duration.ofSeconds(6));
        assertThat(concurrency.take("BANK", MOST)).isEqualTo(1);
        assertThat(concurrency.take("BANK", MOST)).as("one at a time").isZero();
    }

    @Test
    void one_answer_opens_it_again() {
        silent(BankConcurrency.SILENT);
        clock.advance(Duration.ofSeconds(6));
        concurrency.take("BANK", MOST);

        concurrency.answered("BANK");
        concurrency.give("BANK", 1);

        assertThat(concurrency.take("BANK", MOST)).isEqualTo(MOST);
    }

    @Test
    void the_longer_it_is_silent_the_longer_it_is_left_alone_up_to_two_minutes() {
        silent(BankConcurrency.SILENT);
        for (var probe = 0; probe < 10; probe++) {
            clock.advance(Duration.ofSeconds(135));
            silent(1);
        }
        clock.advance(Duration.ofSeconds(119));
        assertThat(concurrency.take("BANK", MOST)).isZero();

        clock.advance(Duration.ofSeconds(15));
        assertThat(concurrency.take("BANK", MOST)).isEqualTo(1);
    }

    @Test
    void calls_that_were_lost_together_start_one_pause_as_short_as_the_first() {
        silent(BankConcurrency.SILENT + 60);

        clock.advance(Duration.ofSeconds(6));

        assertThat(concurrency.take("BANK", MOST)).isEqualTo(1);
    }

    @Test
    void a_few_lost_answers_between_others_do_not_close_a_bank() {
        silent(BankConcurrency.SILENT - 1);
        concurrency.answered("BANK");
        silent(BankConcurrency.SILENT - 1);

        assertThat(concurrency.take("BANK", MOST)).isEqualTo(MOST);
    }

    private void silent(int times) {
        IntStream.range(0, times).forEach(each -> concurrency.silent("BANK"));
    }
}
