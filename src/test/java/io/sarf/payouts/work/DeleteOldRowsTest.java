package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeleteOldRowsTest {
    private final Rows some = new Rows(3);

    @Test
    void batches_are_deleted_until_nothing_is_left() {
        new DeleteOldRows(List.of(some)).run();

        assertThat(some.batches).isZero();
    }

    @Test
    void rows_that_cannot_be_deleted_do_not_stop_the_others() {
        var broken = new Rows(1) {
            @Override
            public boolean deleteBatch() {
                throw new IllegalStateException("The table is locked");
            }
        };

        new DeleteOldRows(List.of(broken, some)).run();

        assertThat(some.batches).isZero();
    }

    private static class Rows implements Retention {
        private int batches;

        Rows(int batches) {
            this.batches = batches;
        }

        @Override
        public String table() {
            return "some_rows";
        }

        @Override
        public Duration life() {
            return Duration.ofDays(1);
        }

        @Override
        public boolean deleteBatch() {
            batches--;
            return batches > 0;
        }
    }
}
