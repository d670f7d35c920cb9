package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.web.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record WebhookWords(WebhookMessages messages, WebhookFaultMessages faults, String language) {
    /** @param kind the CSS class of the status tag */
    record Badge(String text, String kind) {}

    static WebhookWords in(String language) {
        var locale = Localized.Literal.of(language);
        return new WebhookWords(
                MessageBundles.get(WebhookMessages.class, locale),
                MessageBundles.get(WebhookFaultMessages.class, locale),
                language);
    }

    Moment time(Instant at) {
        return Moment.precise(at, language);
    }

    @Nullable
    Moment timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }

    Badge of(WebhookEndpoint.State state) {
        return switch (state) {
            case ON -> new Badge(messages.on(), "done");
            case OFF_BY_MEMBER -> new Badge(messages.offByMember(), "neutral");
            case OFF_FAILING -> new Badge(messages.offFailing(), "failed");
            case OFF_GONE -> new Badge(messages.offGone(), "failed");
        };
    }

    Badge of(WebhookDelivery.Status status) {
        return switch (status) {
            case PENDING -> new Badge(messages.pending(), "waiting");
            case DELIVERED -> new Badge(messages.delivered(), "done");
            case FAILED -> new Badge(messages.failed(), "failed");
        };
    }

    String of(UrlRefused.Fault fault) {
        return switch (fault) {
            case MALFORMED -> faults.urlMalformed();
            case TOO_LONG -> faults.urlTooLong();
            case NOT_HTTPS -> faults.urlNotHttps();
            case CREDENTIALS -> faults.urlCredentials();
            case PORT -> faults.urlPort();
            case UNKNOWN_HOST -> faults.urlUnknownHost();
            case NOT_PUBLIC -> faults.urlNotPublic();
        };
    }

    String of(DeliveryOutcome.Failure failure) {
        return switch (failure) {
            case TIMEOUT -> faults.timeout();
            case UNKNOWN_HOST -> faults.unknownHost();
            case ADDRESS_REFUSED -> faults.addressRefused();
            case TLS -> faults.tls();
            case CONNECTION -> faults.connection();
            case INTERNAL -> faults.internal();
        };
    }

    String of(WebhookAttempt attempt) {
        var status = attempt.status();
        var error = attempt.error();
        if (status != null) {
            return messages.answered(status, attempt.durationMs());
        }
        return messages.unanswered(error == null ? faults.internal() : of(error), attempt.durationMs());
    }

    String of(Refused refused) {
        return switch (refused.code()) {
            case "TOO_MANY" -> faults.tooMany();
            case "STALE" -> faults.stale();
            case "OVERLAP" -> faults.overlapping();
            default -> refused.reason();
        };
    }
}
