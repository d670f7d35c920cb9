package io.sarf.payouts.payout;

import io.sarf.payouts.authorization.AuthorizationId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a payout is, or was, authorized.
 *
 * @param automatic whether it was asked for as one that no person lets go
 * @param forSecondPerson whether it was, and the rule asks for somebody else to let it go
 * @param authorization in which somebody authorizes it now
 * @param authorizingAt when that was begun, or the bank was asked to authorize it without a person
 * @param authorizedAt the first time that it was
 */
@Embeddable
public record AuthorizationFlow(
        @Enumerated(EnumType.STRING) @Column(name = "flow") Way way,
        boolean automatic,
        boolean forSecondPerson,
        @Nullable AuthorizationId authorization,
        @Nullable Instant authorizingAt,
        @Nullable Instant authorizedAt) {
    /** MANUAL until it is known by which of the manual ways. */
    enum Way {
        AUTOMATIC,
        MANUAL,
        DASHBOARD,
        BANK_PORTAL,
        ON_DEMAND
    }

    static AuthorizationFlow of(boolean automatic) {
        return new AuthorizationFlow(automatic ? Way.AUTOMATIC : Way.MANUAL, automatic, false, null, null, null);
    }

    AuthorizationFlow begun(AuthorizationId by, Instant at) {
        return new AuthorizationFlow(way, automatic, forSecondPerson, by, at, authorizedAt);
    }

    AuthorizationFlow askedOfBank(@Nullable Instant at) {
        return new AuthorizationFlow(way, automatic, forSecondPerson, authorization, at, authorizedAt);
    }

    AuthorizationFlow onDemand() {
        return new AuthorizationFlow(
                Way.ON_DEMAND, automatic, forSecondPerson, authorization, authorizingAt, authorizedAt);
    }

    AuthorizationFlow closed() {
        var open = way == Way.ON_DEMAND ? Way.MANUAL : way;
        return new AuthorizationFlow(open, automatic, forSecondPerson, null, null, authorizedAt);
    }

    /** Keeps the first time; only now is it known which of the manual flows it was. */
    AuthorizationFlow authorized(Instant at) {
        var manual = authorization == null ? Way.BANK_PORTAL : Way.DASHBOARD;
        var first = Objects.requireNonNullElse(authorizedAt, at);
        return new AuthorizationFlow(
                way == Way.MANUAL ? manual : way, automatic, forSecondPerson, authorization, authorizingAt, first);
    }

    AuthorizationFlow bySecondPerson() {
        return new AuthorizationFlow(Way.MANUAL, automatic, true, authorization, authorizingAt, authorizedAt);
    }

    /** Whether the bank is to be asked now to authorize it without a person. */
    public boolean toBeAuthorized() {
        return authorizingAt == null && (way == Way.AUTOMATIC || way == Way.ON_DEMAND);
    }

    /** Whether no person lets it go. */
    public boolean needsNoPerson() {
        return automatic && !forSecondPerson;
    }
}
