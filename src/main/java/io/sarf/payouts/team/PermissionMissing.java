package io.sarf.payouts.team;

/** The member may open this page elsewhere, such as in the sandbox, and not here: for that a permission is missing. */
public final class PermissionMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Permission permission;

    public PermissionMissing(Permission permission) {
        super("Missing here: " + permission, null, false, false);
        this.permission = permission;
    }

    Permission permission() {
        return permission;
    }
}
