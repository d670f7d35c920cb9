package io.sarf.payouts;

import static io.sarf.payouts.WrongHouse.code;

/** Code that {@link CodeRules} have to find. */
final class WrongCode {
    private WrongCode() {}

    static WrongHouse misnamed() {
        return code("""
                package io.sarf.payouts.payout;
                class PayoutService {}
                """).andSays("PayoutService");
    }

    static WrongHouse impatient() {
        return code("""
                package io.sarf.payouts.payout;
                class Impatient {
                    Object[] times = {
                        java.time.Instant.now(),
                        java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC),
                        java.time.Clock.systemUTC(),
                        System.currentTimeMillis(),
                        System.nanoTime(),
                        new java.util.Date()
                    };
                    java.util.function.Supplier<java.time.LocalDate> later = java.time.LocalDate::now;
                }
                """)
                .andSays(
                        "Instant.now()",
                        "ZonedDateTime.now(java.time.ZoneId)",
                        "Clock.systemUTC()",
                        "System.currentTimeMillis()",
                        "System.nanoTime()",
                        "Date.<init>()",
                        "LocalDate.now()");
    }

    static WrongHouse dice() {
        return code("""
                package io.sarf.payouts.payout;
                class Dice {
                    Object[] thrown = {
                        java.util.UUID.randomUUID(),
                        new java.util.Random(),
                        new java.security.SecureRandom(),
                        java.util.concurrent.ThreadLocalRandom.current(),
                        Math.random()
                    };
                    java.util.function.Supplier<java.util.UUID> later = java.util.UUID::randomUUID;
                }
                """)
                .andSays(
                        "calls method <java.util.UUID.randomUUID()>",
                        "references method <java.util.UUID.randomUUID()>",
                        "Random.<init>()",
                        "SecureRandom.<init>()",
                        "ThreadLocalRandom.current()",
                        "Math.random()");
    }

    static WrongHouse floating() {
        return code("""
                package io.sarf.payouts.payout;
                class Fee {
                    private double rate;
                    Float of(java.math.BigDecimal amount) { return null; }
                    long rounded(java.math.BigDecimal amount) { return (long) amount.doubleValue(); }
                }
                """).andSays("Fee.rate is", "Fee.of(java.math.BigDecimal) is", "BigDecimal.doubleValue()");
    }

    static WrongHouse fed() {
        return code("""
                package io.sarf.payouts.payout;
                class Fed {
                    @jakarta.inject.Inject Payouts payouts;
                    @org.eclipse.microprofile.config.inject.ConfigProperty(name = "some") String some;
                    @jakarta.inject.Inject void take(Payouts payouts) {}
                }
                """).andSays("Fed.payouts is injected", "Fed.some is injected", "Fed.take(");
    }
}
