package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import java.util.UUID;

/** A person in an application. */
public record Member(UUID id, ApplicationId application, Grants grants) {
    public boolean may(Permission permission) {
        return permission.grantedBy(grants);
    }
}
