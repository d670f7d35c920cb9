package io.sarf.payouts.membership;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("membership")
interface MembershipMessages {
    String team();

    String joined();

    String seen();

    String you();

    String roles();

    String rolesHint();

    String save();

    String cancel();

    String saved(String name);

    String removal();

    String removalText(String name);

    String stays();

    String remove(String name);

    String removeTitle(String name);

    String removed(String name);

    String thisIsYou();

    String leave(String company);

    String leaveText(String company);

    String left(String company);

    String onlyOwner();

    String ownership();

    String ownershipText();

    String newOwner();

    String choose();

    String nobodyElse();

    String handedOn(String name);

    String changed();

    String lastOwner();

    String ownRole();

    String ownersOnly();

    String chooseAnother();
}
