package io.sarf.sandboxbank;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * @param port 0 for a free one
 * @param settlingDelay from accepted to processed
 * @param settlesByItself false if only advancing the clock settles orders
 * @param slowAnswer delay of an answer that exceeds the product's time limit
 */
public record SandboxBankSettings(
        int port,
        String jdbcUrl,
        String dbUser,
        String dbPassword,
        String key,
        String adminKey,
        Clock clock,
        Duration settlingDelay,
        boolean settlesByItself,
        Duration slowAnswer) {

    public static SandboxBankSettings from(Map<String, String> environment) {
        return new SandboxBankSettings(
                Integer.parseInt(environment.getOrDefault("SANDBOX_BANK_PORT", "0")),
                required(environment, "SANDBOX_BANK_JDBC_URL"),
                required(environment, "SANDBOX_BANK_DB_USER"),
                required(environment, "SANDBOX_BANK_DB_PASSWORD"),
                required(environment, "SANDBOX_BANK_KEY"),
                required(environment, "SANDBOX_BANK_ADMIN_KEY"),
                Clock.systemUTC(),
                Duration.parse(environment.getOrDefault("SANDBOX_BANK_SETTLING_DELAY", "PT3S")),
                true,
                Duration.parse(environment.getOrDefault("SANDBOX_BANK_SLOW_ANSWER", "PT15S")));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    @Override
    public String toString() {
        return "SandboxBankSettings[port=" + port + ", jdbcUrl=" + jdbcUrl + "]";
    }
}
