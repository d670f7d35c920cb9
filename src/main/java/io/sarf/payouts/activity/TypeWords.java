package io.sarf.payouts.activity;

import io.sarf.payouts.workqueue.WorkQueue.Name;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In the order of the filter. */
record TypeWords(String type, SubjectKind kind, Function<EntryMessages, String> words) {
    static final List<TypeWords> ALL = Stream.of(ofPayouts(), ofPayees(), ofTheTeam(), ofPrograms(), ofParkedWork())
            .flatMap(List::stream)
            .toList();

    static final Map<String, TypeWords> BY_TYPE = ALL.stream().collect(Collectors.toMap(TypeWords::type, one -> one));

    private static TypeWords of(SubjectKind kind, String type, Function<EntryMessages, String> words) {
        return new TypeWords(type, kind, words);
    }

    private static List<TypeWords> ofPayouts() {
        return List.of(
                of(SubjectKind.PAYOUT, "payout.created", EntryMessages::payoutCreated),
                of(SubjectKind.PAYOUT, "payout.sent_to_bank", EntryMessages::payoutSentToBank),
                of(SubjectKind.PAYOUT, "payout.queued", EntryMessages::payoutQueued),
                of(SubjectKind.PAYOUT, "payout.queued_automatic", EntryMessages::payoutQueuedAutomatic),
                of(SubjectKind.PAYOUT, "payout.not_taken", EntryMessages::payoutNotTaken),
                of(SubjectKind.PAYOUT, "payout.unsendable", EntryMessages::payoutUnsendable),
                of(SubjectKind.PAYOUT, "payout.authorization_begun", EntryMessages::payoutAuthorizationBegun),
                of(SubjectKind.PAYOUT, "payout.released_on_demand", EntryMessages::payoutReleasedOnDemand),
                of(SubjectKind.PAYOUT, "payout.authorization_closed", EntryMessages::payoutAuthorizationClosed),
                of(SubjectKind.PAYOUT, "payout.cancelled_unsent", EntryMessages::payoutCancelledUnsent),
                of(SubjectKind.PAYOUT, "payout.cancellation_requested", EntryMessages::payoutCancellationRequested),
                of(SubjectKind.PAYOUT, "payout.cancellation_asked", EntryMessages::payoutCancellationAsked),
                of(SubjectKind.PAYOUT, "payout.taken_back", EntryMessages::payoutTakenBack),
                of(SubjectKind.PAYOUT, "payout.accepted", EntryMessages::payoutAccepted),
                of(SubjectKind.PAYOUT, "payout.pending", EntryMessages::payoutPending),
                of(SubjectKind.PAYOUT, "payout.refused", EntryMessages::payoutRefused),
                of(SubjectKind.PAYOUT, "payout.refused_by_approver", EntryMessages::payoutRefusedByApprover),
                of(SubjectKind.PAYOUT, "payout.processed", EntryMessages::payoutProcessed),
                of(SubjectKind.PAYOUT, "payout.name_accepted", EntryMessages::payoutNameAccepted),
                of(SubjectKind.PAYOUT, "payout.rejected", EntryMessages::payoutRejected),
                of(SubjectKind.PAYOUT, "mail.person_wanted", EntryMessages::mailPersonWanted),
                of(SubjectKind.PAYOUT, "mail.payout_waits", EntryMessages::mailPayoutWaits),
                of(SubjectKind.BULK_PAYMENT, "bulk_payment.created", EntryMessages::bulkCreated),
                of(SubjectKind.BULK_PAYMENT, "bulk_payment.changed", EntryMessages::bulkChanged),
                of(SubjectKind.QUARANTINED_ORDER, "order.quarantined", EntryMessages::orderQuarantined),
                of(SubjectKind.QUARANTINED_ORDER, "order.cleared", EntryMessages::orderCleared));
    }

    private static List<TypeWords> ofPayees() {
        return List.of(
                of(SubjectKind.DESTINATION, "destination.created", EntryMessages::destinationCreated),
                of(SubjectKind.DESTINATION, "destination.changed", EntryMessages::destinationChanged),
                of(SubjectKind.DESTINATION, "beneficiary.renewed", EntryMessages::beneficiaryRenewed),
                of(SubjectKind.DESTINATION, "beneficiary.created", EntryMessages::beneficiaryCreated),
                of(SubjectKind.DESTINATION, "beneficiary.refused", EntryMessages::beneficiaryRefused),
                of(SubjectKind.DESTINATION, "beneficiary.removed", EntryMessages::beneficiaryRemoved),
                of(SubjectKind.DESTINATION, "beneficiary.updated", EntryMessages::beneficiaryUpdated),
                of(SubjectKind.CONNECTION, "connection.connected", EntryMessages::connectionConnected),
                of(SubjectKind.CONNECTION, "connection.expired", EntryMessages::connectionExpired),
                of(SubjectKind.CONNECTION, "connection.passed_on", EntryMessages::connectionPassedOn),
                of(SubjectKind.CONNECTION, "connection.renewed", EntryMessages::connectionRenewed),
                of(SubjectKind.CONNECTION, "connection.removed", EntryMessages::connectionRemoved),
                of(SubjectKind.BANK, "bank.switched_on", EntryMessages::bankSwitchedOn),
                of(SubjectKind.BANK, "bank.switched_off", EntryMessages::bankSwitchedOff),
                of(SubjectKind.CONNECTION, "mail.credentials_expired", EntryMessages::mailCredentialsExpired),
                of(SubjectKind.CONNECTION, "mail.authorizer_changed", EntryMessages::mailAuthorizerChanged));
    }

    private static List<TypeWords> ofTheTeam() {
        return List.of(
                of(SubjectKind.MEMBER, "member.joined", EntryMessages::memberJoined),
                of(SubjectKind.MEMBER, "member.changed", EntryMessages::memberChanged),
                of(SubjectKind.MEMBER, "member.removed", EntryMessages::memberRemoved),
                of(SubjectKind.MEMBER, "member.left", EntryMessages::memberLeft),
                of(SubjectKind.INVITATION, "invitation.created", EntryMessages::invitationCreated),
                of(SubjectKind.INVITATION, "invitation.sent_again", EntryMessages::invitationSentAgain),
                of(SubjectKind.INVITATION, "invitation.withdrawn", EntryMessages::invitationWithdrawn),
                of(SubjectKind.INVITATION, "invitation.accepted", EntryMessages::invitationAccepted),
                of(SubjectKind.INVITATION, "mail.invitation", EntryMessages::mailInvitation),
                of(SubjectKind.INVITATION, "mail.invitation_not_sent", EntryMessages::mailInvitationNotSent),
                of(SubjectKind.PERSON, "mail.digest", EntryMessages::mailDigest),
                of(SubjectKind.PERSON, "payouts.opted_in", EntryMessages::payoutsOptedIn),
                of(SubjectKind.APPLICATION, "payouts.requested", EntryMessages::payoutsRequested),
                of(SubjectKind.APPLICATION, "payouts.enabled", EntryMessages::payoutsEnabled),
                of(SubjectKind.APPLICATION, "payouts.disabled", EntryMessages::payoutsDisabled),
                of(SubjectKind.APPLICATION, "bank_portal.enabled", EntryMessages::bankPortalEnabled),
                of(SubjectKind.APPLICATION, "bank_portal.disabled", EntryMessages::bankPortalDisabled),
                of(SubjectKind.APPLICATION, "on_demand.enabled", EntryMessages::onDemandEnabled),
                of(SubjectKind.APPLICATION, "on_demand.disabled", EntryMessages::onDemandDisabled),
                of(SubjectKind.APPLICATION, "second_person.enabled", EntryMessages::secondPersonEnabled),
                of(SubjectKind.APPLICATION, "second_person.disabled", EntryMessages::secondPersonDisabled),
                of(SubjectKind.APPLICATION, "application.created", EntryMessages::applicationCreated),
                of(SubjectKind.APPLICATION, "application.renamed", EntryMessages::applicationRenamed),
                of(SubjectKind.APPLICATION, "application.logo_changed", EntryMessages::applicationLogoChanged));
    }

    private static List<TypeWords> ofPrograms() {
        return List.of(
                of(SubjectKind.WEBHOOK_ENDPOINT, "webhook_endpoint.created", EntryMessages::webhookEndpointCreated),
                of(SubjectKind.WEBHOOK_ENDPOINT, "webhook_endpoint.changed", EntryMessages::webhookEndpointChanged),
                of(
                        SubjectKind.WEBHOOK_ENDPOINT,
                        "webhook_endpoint.switched_off",
                        EntryMessages::webhookEndpointSwitchedOff),
                of(
                        SubjectKind.WEBHOOK_ENDPOINT,
                        "webhook_endpoint.secret_rotated",
                        EntryMessages::webhookEndpointSecretRotated),
                of(SubjectKind.WEBHOOK_ENDPOINT, "mail.endpoint_off", EntryMessages::mailEndpointOff),
                of(SubjectKind.CLIENT_SECRET, "client_secret.created", EntryMessages::clientSecretCreated),
                of(SubjectKind.CLIENT_SECRET, "mail.production_secret", EntryMessages::mailProductionSecret),
                of(SubjectKind.CUSTOMER, "customer.created", EntryMessages::customerCreated),
                of(SubjectKind.TEST_USER, "test_user.added", EntryMessages::testUserAdded),
                of(SubjectKind.TEST_USER, "test_user.deleted", EntryMessages::testUserDeleted),
                of(SubjectKind.TEST_USER, "test_user.session_expired", EntryMessages::testUserSessionExpired),
                of(SubjectKind.SANDBOX, "sandbox.time_passed", EntryMessages::sandboxTimePassed));
    }

    private static List<TypeWords> ofParkedWork() {
        return Stream.of(
                        of(SubjectKind.PAYOUT, Name.PAYOUT, EntryMessages::payoutParked, EntryMessages::payoutResumed),
                        of(
                                SubjectKind.BULK_PAYMENT,
                                Name.BULK_PAYMENT,
                                EntryMessages::bulkParked,
                                EntryMessages::bulkResumed),
                        of(
                                SubjectKind.DESTINATION,
                                Name.BENEFICIARY,
                                EntryMessages::beneficiaryParked,
                                EntryMessages::beneficiaryResumed),
                        of(
                                SubjectKind.WEBHOOK_ENDPOINT,
                                Name.WEBHOOK,
                                EntryMessages::webhookParked,
                                EntryMessages::webhookResumed),
                        of(
                                SubjectKind.APPLICATION,
                                Name.NOTICE_MAIL,
                                EntryMessages::mailParked,
                                EntryMessages::mailResumed),
                        of(
                                SubjectKind.INVITATION,
                                Name.INVITATION_MAIL,
                                EntryMessages::mailParked,
                                EntryMessages::mailResumed))
                .flatMap(List::stream)
                .toList();
    }

    private static List<TypeWords> of(
            SubjectKind kind,
            Name queue,
            Function<EntryMessages, String> parked,
            Function<EntryMessages, String> resumed) {
        return List.of(of(kind, queue.parked(), parked), of(kind, queue.resumed(), resumed));
    }
}
