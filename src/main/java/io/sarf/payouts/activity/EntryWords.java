package io.sarf.payouts.activity;

import java.util.Locale;

/** A type nobody has named yet is still readable: {@code webhook_endpoint.changed} becomes Webhook endpoint changed. */
record EntryWords(EntryMessages entries, DetailMessages details) {
    String what(String type) {
        return type.startsWith("payout.") ? ofPayout(type) : ofOthers(type);
    }

    private String ofPayout(String type) {
        return switch (type) {
            case "payout.created" -> entries.payoutCreated();
            case "payout.sent_to_bank" -> entries.payoutSentToBank();
            case "payout.queued" -> entries.payoutQueued();
            case "payout.queued_automatic" -> entries.payoutQueuedAutomatic();
            case "payout.not_taken" -> entries.payoutNotTaken();
            case "payout.unsendable" -> entries.payoutUnsendable();
            case "payout.authorization_begun" -> entries.payoutAuthorizationBegun();
            case "payout.released_on_demand" -> entries.payoutReleasedOnDemand();
            case "payout.authorization_closed" -> entries.payoutAuthorizationClosed();
            case "payout.cancelled_unsent" -> entries.payoutCancelledUnsent();
            case "payout.cancellation_asked" -> entries.payoutCancellationAsked();
            case "payout.taken_back" -> entries.payoutTakenBack();
            case "payout.accepted" -> entries.payoutAccepted();
            case "payout.pending" -> entries.payoutPending();
            case "payout.refused" -> entries.payoutRefused();
            case "payout.refused_by_approver" -> entries.payoutRefusedByApprover();
            case "payout.processed" -> entries.payoutProcessed();
            case "payout.name_accepted" -> entries.payoutNameAccepted();
            case "payout.rejected" -> entries.payoutRejected();
            default -> readable(type);
        };
    }

    /** What the representative, or a member, switches. */
    private String ofFeature(String type) {
        return switch (type) {
            case "payouts.requested" -> entries.payoutsRequested();
            case "payouts.enabled" -> entries.payoutsEnabled();
            case "payouts.disabled" -> entries.payoutsDisabled();
            case "bank_portal.enabled" -> entries.bankPortalEnabled();
            case "bank_portal.disabled" -> entries.bankPortalDisabled();
            case "on_demand.enabled" -> entries.onDemandEnabled();
            case "on_demand.disabled" -> entries.onDemandDisabled();
            case "payouts.opted_in" -> entries.payoutsOptedIn();
            default -> readable(type);
        };
    }

    private String ofOthers(String type) {
        return switch (type) {
            case "application.created" -> entries.applicationCreated();
            case "application.renamed" -> entries.applicationRenamed();
            case "member.joined" -> entries.memberJoined();
            case "member.changed" -> entries.memberChanged();
            case "member.removed" -> entries.memberRemoved();
            case "member.left" -> entries.memberLeft();
            case "invitation.created" -> entries.invitationCreated();
            case "invitation.sent_again" -> entries.invitationSentAgain();
            case "invitation.withdrawn" -> entries.invitationWithdrawn();
            case "invitation.accepted" -> entries.invitationAccepted();
            case "order.quarantined" -> entries.orderQuarantined();
            case "order.cleared" -> entries.orderCleared();
            case "customer.created" -> entries.customerCreated();
            case "bulk_payment.created" -> entries.bulkCreated();
            case "bulk_payment.changed" -> entries.bulkChanged();
            case "client_secret.created" -> entries.clientSecretCreated();
            case "test_user.added" -> entries.testUserAdded();
            case "test_user.deleted" -> entries.testUserDeleted();
            case "sandbox.time_passed" -> entries.sandboxTimePassed();
            case "test_user.session_expired" -> entries.testUserSessionExpired();
            case "connection.connected" -> entries.connectionConnected();
            case "connection.expired" -> entries.connectionExpired();
            case "connection.passed_on" -> entries.connectionPassedOn();
            case "connection.renewed" -> entries.connectionRenewed();
            case "destination.created" -> entries.destinationCreated();
            case "beneficiary.created" -> entries.beneficiaryCreated();
            case "beneficiary.refused" -> entries.beneficiaryRefused();
            case "beneficiary.removed" -> entries.beneficiaryRemoved();
            case "connection.removed" -> entries.connectionRemoved();
            case "beneficiary.updated" -> entries.beneficiaryUpdated();
            case "webhook_endpoint.created" -> entries.webhookEndpointCreated();
            case "webhook_endpoint.changed" -> entries.webhookEndpointChanged();
            case "webhook_endpoint.switched_off" -> entries.webhookEndpointSwitchedOff();
            case "webhook_endpoint.secret_rotated" -> entries.webhookEndpointSecretRotated();
            default -> ofFeature(type);
        };
    }

    String label(String detail) {
        return switch (detail) {
            case "name" -> details.name();
            case "name_before" -> details.nameBefore();
            case "email" -> details.email();
            case "roles" -> details.roles();
            case "roles_before" -> details.rolesBefore();
            case "reason" -> details.reason();
            case "message" -> details.said();
            case "bank" -> details.bank();
            case "bank_user" -> details.bankUser();
            case "bank_user_before" -> details.bankUserBefore();
            case "connected_by" -> details.connectedBy();
            case "connected_by_before" -> details.connectedByBefore();
            case "person_wanted" -> details.personWanted();
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
            default -> readable(detail);
        };
    }

    /** What stands in an entry as the code names it. */
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
            default -> constant;
        };
    }

    static String readable(String name) {
        var words = name.replace('.', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
