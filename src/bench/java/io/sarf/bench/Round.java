package io.sarf.bench;

/**
 * What came of one round.
 *
 * @param done payouts that were created
 * @param faults calls that were answered otherwise, or not
 * @param seconds it was to take
 * @param milliseconds it took, with beginning and end
 * @param p50 nanoseconds
 * @param p99 nanoseconds
 * @param longest nanoseconds
 */
record Round(long done, long faults, int seconds, long milliseconds, long p50, long p99, long longest) {

    static Round withoutWaiting(long done, int seconds, long milliseconds) {
        return new Round(done, 0, seconds, milliseconds, 0, 0, 0);
    }

    long perSecond() {
        return done / seconds;
    }

    @Override
    public String toString() {
        return "%,d payouts, %,d/s, %d faults, p50 %.2f ms, p99 %.2f ms"
                .formatted(done, perSecond(), faults, p50 / 1e6, p99 / 1e6);
    }
}
