package io.sarf.payouts.invitation;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

record InvitationId(UUID value) {
    static InvitationId fromString(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    /** Derived from form and address, so that the same form sent twice invites once. */
    static InvitationId of(UUID form, String address) {
        var name = form + "/" + address.toLowerCase(Locale.ROOT);
        return new InvitationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
