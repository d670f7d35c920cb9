package io.sarf.payouts.activity;

import java.util.Locale;

/** A type without a message is still readable: {@code webhook_endpoint.changed} becomes Webhook endpoint changed. */
record EntryWords(EntryMessages entries, DetailMessages details) {
    String what(String type) {
        var known = TypeWords.BY_TYPE.get(type);
        return known == null ? readable(type) : known.words().apply(entries);
    }

    String label(String detail) {
        return switch (detail) {
            case "name" -> details.name();
            case "email" -> details.email();
            case "roles" -> details.roles();
            case "roles_before" -> details.rolesBefore();
            case "reason" -> details.reason();
            case "message" -> details.said();
            case "bank" -> details.bank();
            case "bulk" -> details.bulk();
            case "bank_user" -> details.bankUser();
            case "connected_by" -> details.connectedBy();
            case "person_wanted" -> details.personWanted();
            case "cancellation_requested" -> details.cancellationRequested();
            case "bank_reference" -> details.bankReference();
            case "iban" -> details.iban();
            case "recipient" -> details.recipient();
            case "amount" -> details.amount();
            case "default_authorizer" -> details.defaultAuthorizer();
            case "terms" -> details.terms();
            case "cool_off_until" -> details.coolOffUntil();
            case "user_name" -> details.userName();
            case "url" -> details.url();
            case "description" -> details.description();
            case "events" -> details.events();
            case "state" -> details.state();
            case "overlap_until" -> details.overlapUntil();
            case "failing_since" -> details.failingSince();
            case "automatic" -> details.automatic();
            case "name_check" -> details.nameCheck();
            case "to", "status" -> details.status();
            case "recipients" -> details.recipients();
            case "not_sent" -> details.notSent();
            case "payments" -> details.payments();
            case "by" -> details.by();
            default -> ofFault(detail);
        };
    }

    private String ofFault(String detail) {
        return switch (detail) {
            case "reference" -> details.reference();
            case "bank_says" -> details.bankSays();
            case "fault" -> details.fault();
            default -> ofPayee(detail);
        };
    }

    private String ofPayee(String detail) {
        return switch (detail) {
            case "display_name" -> details.displayName();
            case "address" -> details.address();
            case "city" -> details.city();
            case "country" -> details.country();
            case "currency_iso_code" -> details.currency();
            case "account_number" -> details.accountNumber();
            case "swift_code" -> details.swiftCode();
            case "bank_identifier" -> details.bankIdentifier();
            case "branch_address" -> details.branchAddress();
            case "postal_code" -> details.postalCode();
            case "ifsc" -> details.ifsc();
            case "sort_code" -> details.sortCode();
            case "routing_number" -> details.routingNumber();
            case "transit_code" -> details.transitCode();
            default -> readable(detail);
        };
    }

    String value(String constant) {
        return switch (constant) {
            case "MATCH" -> details.match();
            case "CLOSE_MATCH" -> details.closeMatch();
            case "NO_MATCH" -> details.noMatch();
            case "NOT_OFFERED" -> details.notOffered();
            case "ON" -> details.on();
            case "OFF_BY_MEMBER" -> details.offByMember();
            case "OFF_FAILING" -> details.offFailing();
            case "OFF_GONE" -> details.offGone();
            default -> status(constant);
        };
    }

    private String status(String constant) {
        return switch (constant) {
            case "CREATED" -> details.created();
            case "QUEUEING" -> details.queueing();
            case "AWAITING_AUTHORIZATION", "Queued" -> details.awaitingAuthorization();
            case "AUTHORIZING", "AuthorizationRunning" -> details.authorizing();
            case "CANCELLING" -> details.cancelling();
            case "PENDING_WITH_BANK", "Pending" -> details.pendingWithBank();
            case "ACCEPTED_BY_BANK", "Accepted" -> details.acceptedByBank();
            case "PROCESSED", "Processed" -> details.processed();
            case "REJECTED" -> details.rejected();
            case "FAILED" -> details.failed();
            case "AUTHORIZATION_FAILED" -> details.authorizationFailed();
            case "CANCELLED" -> details.cancelled();
            case "ACTIVE" -> details.active();
            case "EXPIRED" -> details.expired();
            case "REQUESTED" -> details.requested();
            case "AWAITING_BENEFICIARY_COOL_OFF" -> details.coolingOff();
            case "NOT_PRESENT" -> details.notPresent();
            case "REMOVED" -> details.removed();
            default -> constant;
        };
    }

    static String readable(String name) {
        var words = name.replace('.', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
