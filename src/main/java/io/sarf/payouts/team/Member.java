package io.sarf.payouts.team;

import io.sarf.payouts.application.ApplicationId;
import java.util.UUID;

public record Member(UUID id, ApplicationId application, Grants grants) {
    public boolean may(Permission permission) {
        return permission.grantedBy(grants);
    }
}
