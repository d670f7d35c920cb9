package io.sarf.payouts.home;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class Checklist {
    /** {@code place} is a path below the environment's; null where the member can only wait. */
    enum Step {
        REQUESTED("payouts", Permission.PAYOUTS),
        ENABLED(null, Permission.PAYOUTS),
        OPTED_IN("payouts", Permission.PAYOUTS),
        WEBHOOK("webhooks", Permission.INTEGRATION),
        BANK("connections", Permission.PAYOUTS),
        DESTINATION("destinations", Permission.PAYOUTS),
        SECOND_CONTROLLER("team/invitations/new", Permission.MANAGE_TEAM),
        FIRST_PAYOUT("payouts", Permission.PAYOUTS);

        private final @Nullable String place;
        private final Permission permission;

        Step(@Nullable String place, Permission permission) {
            this.place = place;
            this.permission = permission;
        }
    }

    /** @param url null where the step is done or the member may not do it */
    record Item(Step step, boolean done, @Nullable String url) {}

    private Checklist() {}

    static List<Item> of(Scope scope, Member member, Set<Step> done) {
        return Arrays.stream(Step.values())
                .map(step -> new Item(step, done.contains(step), done.contains(step) ? null : url(scope, member, step)))
                .toList();
    }

    private static @Nullable String url(Scope scope, Member member, Step step) {
        return step.place == null || !member.may(step.permission) ? null : scope.path() + "/" + step.place;
    }
}
