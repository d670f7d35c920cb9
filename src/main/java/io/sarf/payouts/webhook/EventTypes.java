package io.sarf.payouts.webhook;

import java.util.List;

final class EventTypes {
    static final List<String> ALL = List.of(
            "payment.created",
            "payment.updated",
            "bulk_payment_intent.created",
            "bulk_payment_intent.updated",
            "payment_source.created",
            "payment_source.updated",
            "payment_source.beneficiary.created",
            "payment_source.beneficiary.updated",
            "bank.availability.updated");

    /** Sent to one endpoint when a member asks for it, whatever its subscription; in no event list. */
    static final String TEST = "webhook.test";

    private EventTypes() {}
}
