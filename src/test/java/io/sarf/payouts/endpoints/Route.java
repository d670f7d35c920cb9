package io.sarf.payouts.endpoints;

import io.sarf.payouts.api.ApiPaths;
import java.util.List;

/**
 * One method of one resource.
 *
 * @param path as declared, with its placeholders
 * @param scope the role it asks for, the first where it names several; empty when it names none
 * @param declaredAt the class and method, for whoever reads a failure
 */
record Route(String method, String path, String scope, String declaredAt) {
    static final String IN_APPLICATION = "/dashboard/{application}/{environment}";

    private static final List<String> PAYOUTS = List.of("payouts", "authorizations", "destinations", "connections");

    boolean api() {
        return ApiPaths.contains(path);
    }

    boolean inApplication() {
        return path.startsWith(IN_APPLICATION);
    }

    /** Whether it is a page of payouts, which only a Financial Controller opens. */
    boolean ofPayouts() {
        return PAYOUTS.stream().anyMatch(tab -> below(IN_APPLICATION + "/" + tab));
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean below(String start) {
        return path.equals(start) || path.startsWith(start + "/");
    }

    List<String> segments() {
        return List.of(path.split("/", -1));
    }

    static boolean placeholder(String segment) {
        return segment.startsWith("{");
    }

    /** {@code GET /path}, as the plan names it. */
    String name() {
        return method + " " + path;
    }

    /** The same without the forms of its placeholders. */
    String plainName() {
        return name().replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    @Override
    public String toString() {
        return name() + " (" + declaredAt + ")";
    }
}
