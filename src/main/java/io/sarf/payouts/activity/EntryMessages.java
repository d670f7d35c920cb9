package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("entry")
interface EntryMessages {
    String applicationCreated();

    String applicationRenamed();

    String applicationLogoChanged();

    String bankSwitchedOn();

    String bankSwitchedOff();

    String memberJoined();

    String memberChanged();

    String memberRemoved();

    String memberLeft();

    String invitationCreated();

    String invitationSentAgain();

    String invitationWithdrawn();

    String invitationAccepted();

    String payoutsRequested();

    String payoutsEnabled();

    String payoutsDisabled();

    String mailDigest();

    String payoutsOptedIn();

    String clientSecretCreated();

    String testUserAdded();

    String testUserDeleted();

    String sandboxTimePassed();

    String testUserSessionExpired();

    String connectionConnected();

    String connectionExpired();

    String connectionRenewed();

    String connectionPassedOn();

    String destinationCreated();

    String beneficiaryCreated();

    String beneficiaryRefused();

    String beneficiaryUpdated();

    String beneficiaryRemoved();

    String destinationChanged();

    String beneficiaryRenewed();

    String connectionRemoved();

    String payoutCreated();

    String payoutSentToBank();

    String payoutQueued();

    String payoutQueuedAutomatic();

    String payoutNotTaken();

    String payoutUnsendable();

    String payoutAuthorizationBegun();

    String payoutReleasedOnDemand();

    String payoutNameAccepted();

    String bankPortalEnabled();

    String bankPortalDisabled();

    String orderQuarantined();

    String orderCleared();

    String onDemandEnabled();

    String onDemandDisabled();

    String customerCreated();

    String bulkCreated();

    String bulkChanged();

    String payoutAuthorizationClosed();

    String payoutCancelledUnsent();

    String payoutCancellationAsked();

    String payoutTakenBack();

    String payoutAccepted();

    String payoutPending();

    String payoutRefused();

    String payoutRefusedByApprover();

    String payoutProcessed();

    String payoutRejected();

    String webhookEndpointCreated();

    String webhookEndpointChanged();

    String webhookEndpointSwitchedOff();

    String webhookEndpointSecretRotated();

    String mailInvitation();

    String mailInvitationNotSent();

    String mailPersonWanted();

    String mailPayoutWaits();

    String mailCredentialsExpired();

    String payoutCancellationRequested();

    String secondPersonEnabled();

    String secondPersonDisabled();

    String mailProductionSecret();

    String mailEndpointOff();

    String mailAuthorizerChanged();

    String payoutParked();

    String payoutResumed();

    String bulkParked();

    String bulkResumed();

    String beneficiaryParked();

    String beneficiaryResumed();

    String webhookParked();

    String webhookResumed();

    String mailParked();

    String mailResumed();
}
