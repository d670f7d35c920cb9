package io.sarf.payouts.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What roles and permissions are called. */
@MessageBundle("permission")
interface PermissionMessages {
    @Message("Owner")
    String owner();

    @Message("Admin")
    String admin();

    @Message("Developer")
    String developer();

    @Message("Financial Controller")
    String financialController();

    @Message("Manages the team, and makes others Owner.")
    String ownerHint();

    @Message("Manages the team, integration and secrets.")
    String adminHint();

    @Message("Integration, webhooks and test users.")
    String developerHint();

    @Message("May also create and replace secrets")
    String mayMakeSecrets();

    @Message("Counts for a Developer; Owners and Admins may anyway.")
    String mayMakeSecretsHint();

    @Message("Payouts, destinations and bank connections, beside any other role.")
    String controllerHint();

    @Message("No role")
    String noRole();

    @Message("See Getting started and the team")
    String member();

    @Message("Invite people and manage the team")
    String manageTeam();

    @Message("Make somebody an Owner, or no longer one")
    String manageOwners();

    @Message("See ids and the request log, and manage webhooks")
    String integration();

    @Message("See test users")
    String seeTestUsers();

    @Message("Add, delete and expire test users")
    String testUsers();

    @Message("Create and replace secrets")
    String secrets();

    @Message("Payouts, destinations and bank connections")
    String payouts();

    @Message("See the activity of payouts, destinations and bank connections")
    String activity();

    @Message("See all activity")
    String allActivity();

    @Message("See and change the settings of the application")
    String settings();

    @Message("secrets")
    String extraSecrets();
}
