package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankAdapter;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.BankProfile.TransferLimit;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Retries rarely while the sandbox is unreachable, so that pages do not wait for it each time. */
@ApplicationScoped
class SandboxBanks implements BankAdapter {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int CONCURRENCY = 64;
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Optional<URI> url;
    private final String key;
    private final Duration patience;
    private final Clock clock;
    private final Supplier<UUID> requests;
    private volatile List<Bank> known = List.of();
    private Instant askAgain = Instant.MIN;

    @Inject
    SandboxBanks(
            @ConfigProperty(name = "sarf.bank.sandbox.url") Optional<URI> url,
            @ConfigProperty(name = "sarf.bank.sandbox.key") Optional<String> key,
            @ConfigProperty(name = "sarf.bank.sandbox.patience", defaultValue = "10s") Duration patience,
            Clock clock,
            Ids ids) {
        this(url, key, patience, clock, ids::next);
    }

    SandboxBanks(Optional<URI> url, Optional<String> key, Duration patience, Clock clock, Supplier<UUID> requests) {
        this.url = url;
        this.key = key.orElse("");
        this.patience = patience;
        this.clock = clock;
        this.requests = requests;
    }

    @Override
    public List<Bank> banks() {
        if (!known.isEmpty() || url.isEmpty()) {
            return known;
        }
        return learn(url.get());
    }

    private synchronized List<Bank> learn(URI bank) {
        Instant now = clock.instant();
        if (known.isEmpty() && !now.isBefore(askAgain)) {
            BankReply reply = new Line(bank, key, SHORT).get("/v1/banks");
            known = reply instanceof BankReply.Answer answer ? read(bank, answer.body()) : List.of();
            askAgain = now.plus(PAUSE);
        }
        return known;
    }

    private List<Bank> read(URI bank, JsonNode body) {
        var line = new Line(bank, key, patience);
        List<Bank> banks = new ArrayList<>();
        for (JsonNode one : body.path("banks")) {
            banks.add(new SandboxBank(line, profile(line, one), clock, requests));
        }
        return List.copyOf(banks);
    }

    private BankProfile profile(Line line, JsonNode bank) {
        var limit = new TransferLimit(
                text(bank, "currency"), new BigDecimal(text(bank, "min")), new BigDecimal(text(bank, "max")));
        return new BankProfile(
                text(bank, "identifier"),
                text(bank, "name"),
                text(bank, "arabic_name"),
                text(bank, "country"),
                text(bank, "swift_code"),
                line.address(text(bank, "logo")).toString(),
                text(bank, "main_color"),
                text(bank, "background_color"),
                true,
                BankProfile.Type.valueOf(text(bank, "type")),
                List.of(limit),
                true,
                Duration.parse(text(bank, "horizon")),
                line.patience(),
                CONCURRENCY);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }
}
