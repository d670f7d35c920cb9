package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What happened, one sentence for each type of journal entry. */
@MessageBundle("entry")
interface EntryMessages {
    @Message("Company created")
    String applicationCreated();

    @Message("Company renamed")
    String applicationRenamed();

    @Message("Logo changed")
    String applicationLogoChanged();

    @Message("Bank switched on")
    String bankSwitchedOn();

    @Message("Bank switched off")
    String bankSwitchedOff();

    @Message("Member joined")
    String memberJoined();

    @Message("Roles changed")
    String memberChanged();

    @Message("Member removed")
    String memberRemoved();

    @Message("Member left")
    String memberLeft();

    @Message("Person invited")
    String invitationCreated();

    @Message("Invitation sent again")
    String invitationSentAgain();

    @Message("Invitation withdrawn")
    String invitationWithdrawn();

    @Message("Invitation accepted")
    String invitationAccepted();

    @Message("Access to payouts requested")
    String payoutsRequested();

    @Message("Payouts enabled")
    String payoutsEnabled();

    @Message("Payouts disabled")
    String payoutsDisabled();

    @Message("Daily mail about payouts that await authorization")
    String mailDigest();

    @Message("Payouts terms accepted")
    String payoutsOptedIn();

    @Message("Client secret created")
    String clientSecretCreated();

    @Message("Test user added")
    String testUserAdded();

    @Message("Test user deleted")
    String testUserDeleted();

    @Message("Time passed at the sandbox bank")
    String sandboxTimePassed();

    @Message("Test user's session ended")
    String testUserSessionExpired();

    @Message("Bank connected")
    String connectionConnected();

    @Message("Bank credentials expired")
    String connectionExpired();

    @Message("Bank reconnected")
    String connectionRenewed();

    @Message("Default authorizer changed")
    String connectionPassedOn();

    @Message("Destination added")
    String destinationCreated();

    @Message("Destination taken by the bank")
    String beneficiaryCreated();

    @Message("Destination refused by the bank")
    String beneficiaryRefused();

    @Message("Destination can be paid")
    String beneficiaryUpdated();

    @Message("Destination removed")
    String beneficiaryRemoved();

    @Message("Destination edited")
    String destinationChanged();

    @Message("Destination taken by the bank with the new data")
    String beneficiaryRenewed();

    @Message("Bank connection removed")
    String connectionRemoved();

    @Message("Payout created")
    String payoutCreated();

    @Message("Payout sent to the bank")
    String payoutSentToBank();

    @Message("Payout waits for authorization")
    String payoutQueued();

    @Message("Payout is authorized automatically")
    String payoutQueuedAutomatic();

    @Message("Payout not taken by the bank, sent again later")
    String payoutNotTaken();

    @Message("Payout could not be sent")
    String payoutUnsendable();

    @Message("Authorization begun")
    String payoutAuthorizationBegun();

    @Message("Payout released on demand")
    String payoutReleasedOnDemand();

    @Message("Accepted a payout although the name does not match")
    String payoutNameAccepted();

    @Message("Bank portal enabled")
    String bankPortalEnabled();

    @Message("Bank portal disabled")
    String bankPortalDisabled();

    @Message("The bank has an order that no payout knows")
    String orderQuarantined();

    @Message("Unknown order cleared")
    String orderCleared();

    @Message("Authorization on demand enabled")
    String onDemandEnabled();

    @Message("Authorization on demand disabled")
    String onDemandDisabled();

    @Message("Customer named")
    String customerCreated();

    @Message("Bulk payment created")
    String bulkCreated();

    @Message("Bulk payment moved on")
    String bulkChanged();

    @Message("Authorization not completed")
    String payoutAuthorizationClosed();

    @Message("Payout cancelled")
    String payoutCancelledUnsent();

    @Message("Cancellation asked for")
    String payoutCancellationAsked();

    @Message("Payout cancelled at the bank")
    String payoutTakenBack();

    @Message("Payout accepted by the bank")
    String payoutAccepted();

    @Message("Payout pending with the bank")
    String payoutPending();

    @Message("Payout refused by the bank")
    String payoutRefused();

    @Message("Payout refused by an approver")
    String payoutRefusedByApprover();

    @Message("Payout paid")
    String payoutProcessed();

    @Message("Payout returned by the bank")
    String payoutRejected();

    @Message("Webhook endpoint added")
    String webhookEndpointCreated();

    @Message("Webhook endpoint changed")
    String webhookEndpointChanged();

    @Message("Webhook endpoint switched off")
    String webhookEndpointSwitchedOff();

    @Message("Webhook secret replaced")
    String webhookEndpointSecretRotated();

    @Message("Invitation mailed")
    String mailInvitation();

    @Message("Invitation could not be mailed")
    String mailInvitationNotSent();

    @Message("Mail about payouts that wait for a person")
    String mailPersonWanted();

    @Message("Mail about payouts that await authorization")
    String mailPayoutWaits();

    @Message("Mail about expired bank credentials")
    String mailCredentialsExpired();

    @Message("Cancellation requested on the way to the bank")
    String payoutCancellationRequested();

    @Message("Second person asked for")
    String secondPersonEnabled();

    @Message("Second person no longer asked for")
    String secondPersonDisabled();

    @Message("Mail about a new client secret for Production")
    String mailProductionSecret();

    @Message("Mail about a webhook endpoint that was switched off")
    String mailEndpointOff();

    @Message("Mail about another default authorizer")
    String mailAuthorizerChanged();
}
