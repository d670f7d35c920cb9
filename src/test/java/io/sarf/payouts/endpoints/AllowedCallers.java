package io.sarf.payouts.endpoints;

import static io.sarf.payouts.endpoints.Route.IN_APPLICATION;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call which endpoint. Tabs whose pages all ask for the same role are stated once, so a page added to one of them is
 * tried by everybody from its first day; any other endpoint has a line of its own.
 */
final class AllowedCallers {
    /** Each of these and everything below it; the longest that fits decides. */
    private static final Map<String, Who> BELOW = Map.ofEntries(
            Map.entry(IN_APPLICATION + "/payouts", Who.FINANCIAL_CONTROLLER),
            Map.entry(IN_APPLICATION + "/authorizations", Who.FINANCIAL_CONTROLLER),
            Map.entry(IN_APPLICATION + "/destinations", Who.FINANCIAL_CONTROLLER),
            Map.entry(IN_APPLICATION + "/connections", Who.FINANCIAL_CONTROLLER),
            Map.entry(IN_APPLICATION + "/webhooks", Who.INTEGRATOR),
            Map.entry(IN_APPLICATION + "/activity", Who.ACTIVITY_READER),
            Map.entry(IN_APPLICATION + "/team/invitations", Who.TEAM_MANAGER),
            Map.entry(IN_APPLICATION + "/team/members", Who.TEAM_MANAGER),
            Map.entry(IN_APPLICATION + "/team/ownership", Who.OWNER),
            Map.entry(IN_APPLICATION + "/settings", Who.TEAM_MANAGER),
            Map.entry(IN_APPLICATION + "/team/departure", Who.MEMBER),
            Map.entry("/representative", Who.REPRESENTATIVE),
            Map.entry("/payouts/v1", Who.PROGRAM),
            Map.entry("/customers/v1", Who.PROGRAM),
            Map.entry("/banks/v1", Who.PROGRAM),
            Map.entry("/events/v1", Who.PROGRAM));

    private static final Map<String, Who> NAMED = Map.ofEntries(
            Map.entry("GET /", Who.ANYBODY),
            Map.entry("GET /docs", Who.ANYBODY),
            Map.entry("GET /.well-known/jwks.json", Who.ANYBODY),
            Map.entry("GET /.well-known/oauth-authorization-server", Who.ANYBODY),
            Map.entry("GET /sign-in", Who.ANYBODY),
            Map.entry("POST /sign-out", Who.PERSON),
            Map.entry("POST /kept-form", Who.ANYBODY),
            Map.entry("GET /kept-form", Who.PERSON),
            Map.entry("POST /kept-form/sending", Who.PERSON),
            Map.entry("GET /fresh-sign-in", Who.PERSON),
            Map.entry("POST /fresh-sign-in", Who.PERSON),
            Map.entry("GET /profile/sessions", Who.PERSON),
            Map.entry("POST /profile/sessions/{session}/end", Who.PERSON),
            Map.entry("POST /profile/sessions/sign-out-everywhere", Who.PERSON),
            Map.entry("GET /dashboard", Who.PERSON),
            Map.entry("POST /dashboard/applications", Who.PERSON),
            Map.entry("GET /profile", Who.PERSON),
            Map.entry("POST /profile", Who.PERSON),
            Map.entry("GET /invitations/{token}", Who.ANYBODY),
            Map.entry("GET /invitations/{token}/acceptance", Who.PERSON),
            Map.entry("POST /invitations/{token}/acceptance", Who.PERSON),
            Map.entry("GET " + IN_APPLICATION + "/getting-started", Who.MEMBER),
            Map.entry("GET " + IN_APPLICATION + "/settings/logo", Who.MEMBER),
            Map.entry("GET " + IN_APPLICATION + "/team", Who.MEMBER),
            Map.entry("GET " + IN_APPLICATION + "/activity/journal", Who.JOURNAL_READER),
            Map.entry("GET " + IN_APPLICATION + "/integration", Who.TEST_USER_READER),
            Map.entry("GET " + IN_APPLICATION + "/integration/secret", Who.SECRET_HOLDER),
            Map.entry("POST " + IN_APPLICATION + "/integration/secret", Who.SECRET_HOLDER),
            Map.entry("GET " + IN_APPLICATION + "/integration/test-users", Who.TEST_USER_READER),
            Map.entry("POST " + IN_APPLICATION + "/integration/test-users", Who.INTEGRATOR),
            Map.entry("POST " + IN_APPLICATION + "/integration/test-users/time", Who.INTEGRATOR),
            Map.entry("POST " + IN_APPLICATION + "/integration/test-users/{user}/removal", Who.INTEGRATOR),
            Map.entry("POST " + IN_APPLICATION + "/integration/test-users/{user}/session-expiry", Who.INTEGRATOR),
            Map.entry("GET " + IN_APPLICATION + "/integration/requests", Who.INTEGRATOR),
            Map.entry("GET " + IN_APPLICATION + "/integration/requests/{id}", Who.INTEGRATOR),
            Map.entry("POST " + IN_APPLICATION + "/webhooks/{id}/secret", Who.SECRET_HOLDER),
            Map.entry("POST " + IN_APPLICATION + "/webhooks/{id}/changeover", Who.SECRET_HOLDER));

    private AllowedCallers() {}

    static Optional<Who> find(Route route) {
        return Optional.ofNullable(NAMED.get(route.name())).or(() -> below(route));
    }

    static Who of(Route route) {
        return find(route).orElseThrow(() -> new AssertionError("AllowedCallers does not say who may call " + route));
    }

    /** The endpoints that have a line of their own. */
    static Set<String> named() {
        return NAMED.keySet();
    }

    private static Optional<Who> below(Route route) {
        return BELOW.keySet().stream()
                .filter(route::below)
                .max(Comparator.comparingInt(String::length))
                .map(BELOW::get);
    }
}
