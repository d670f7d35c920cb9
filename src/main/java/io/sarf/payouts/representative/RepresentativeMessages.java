package io.sarf.payouts.representative;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("representative")
interface RepresentativeMessages {
    String title();

    String sandbox();

    String production();

    String requests();

    String noRequests();

    String noRequestsHint();

    String applications();

    String search();

    String searchAction();

    String nothingFound();

    String nothingFoundHint();

    String application();

    String environment();

    String since();

    String created();

    String id();

    String enabled();

    String disabled();

    String requested();

    String reason();

    String reasonHint();

    String payouts();

    String bankPortal();

    String bankPortalHint();

    String enableBankPortal();

    String disableBankPortal();

    String bankPortalEnabledNow(String environment);

    String bankPortalDisabledNow(String environment);

    String quarantine();

    String quarantineHint();

    String account();

    String reference();

    String bankSays();

    String seen();

    String clear();

    String cleared();

    String onDemand();

    String onDemandHint();

    String on();

    String off();

    String enableOnDemand();

    String disableOnDemand();

    String onDemandEnabledNow(String environment);

    String onDemandDisabledNow(String environment);

    String enable();

    String disable();

    String reasonInvalid(int max);

    String enabledNow(String environment);

    String disabledNow(String environment);

    String stale();

    String parked();

    String parkedLead();

    String parkedAlert(int count);

    String parkedOpen();

    String noParked();

    String noParkedHint();

    String parkedWhat();

    String parkedFault();

    String parkedEnded();

    String parkedAt();

    String parkedId();

    String resume();

    String resumeAll();

    String resumed(int count);

    String parkedPayout();

    String parkedBulk();

    String parkedBeneficiary();

    String parkedBankChanges();

    String parkedWebhook();

    String parkedMail();

    String unsealed();

    String unsealedLead();

    String unsealedTeam();
}
