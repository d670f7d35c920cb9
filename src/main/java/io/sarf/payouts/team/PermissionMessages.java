package io.sarf.payouts.team;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("permission")
interface PermissionMessages {
    String owner();

    String admin();

    String developer();

    String financialController();

    String ownerHint();

    String adminHint();

    String developerHint();

    String mayMakeSecrets();

    String mayMakeSecretsHint();

    String controllerHint();

    String noRole();

    String member();

    String manageTeam();

    String manageOwners();

    String integration();

    String seeTestUsers();

    String testUsers();

    String secrets();

    String payouts();

    String activity();

    String allActivity();

    String settings();

    String extraSecrets();
}
