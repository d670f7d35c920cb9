package io.sarf.payouts.invitation;

import java.util.UUID;

record InvitationId(UUID value) {
    static InvitationId fromString(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
