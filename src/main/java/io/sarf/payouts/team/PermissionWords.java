package io.sarf.payouts.team;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class PermissionWords {
    private final PermissionMessages words;
    private final String comma;

    private PermissionWords(PermissionMessages words, String comma) {
        this.words = words;
        this.comma = comma;
    }

    public static PermissionWords in(String language) {
        return new PermissionWords(
                MessageBundles.get(PermissionMessages.class, Localized.Literal.of(language)),
                language.equals("ar") ? "، " : ", ");
    }

    public String of(Role role) {
        return switch (role) {
            case OWNER -> words.owner();
            case ADMIN -> words.admin();
            case DEVELOPER -> words.developer();
            case FINANCIAL_CONTROLLER -> words.financialController();
        };
    }

    /** @param name as in {@link Grants#names()} */
    public String named(String name) {
        return name.equals(Grants.SECRETS) ? words.extraSecrets() : of(Role.valueOf(name));
    }

    /** Without roles, one entry that says so. */
    public List<String> of(Collection<Role> roles) {
        return roles.isEmpty()
                ? List.of(words.noRole())
                : roles.stream().sorted().map(this::of).toList();
    }

    public String listed(Grants grants) {
        var all = of(grants.roles()).stream();
        return Stream.concat(all, grants.secrets() ? Stream.of(words.extraSecrets()) : Stream.empty())
                .collect(Collectors.joining(comma));
    }

    public String of(Permission permission) {
        return switch (permission) {
            case MEMBER -> words.member();
            case MANAGE_TEAM -> words.manageTeam();
            case MANAGE_OWNERS -> words.manageOwners();
            case INTEGRATION -> words.integration();
            case SEE_TEST_USERS -> words.seeTestUsers();
            case TEST_USERS -> words.testUsers();
            case SECRETS -> words.secrets();
            case PAYOUTS -> words.payouts();
            case ACTIVITY -> words.activity();
            case ALL_ACTIVITY -> words.allActivity();
            case SETTINGS -> words.settings();
        };
    }
}
