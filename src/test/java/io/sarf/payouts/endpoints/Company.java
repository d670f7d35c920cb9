package io.sarf.payouts.endpoints;

import io.sarf.payouts.team.Grants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application, the people in it, and the ids of what belongs to it. */
final class Company {
    /**
     * A member and what they are; nobody else holds anything for them.
     *
     * @param id of the member
     */
    record Colleague(Visitor visitor, Grants grants, String id) {}

    private final String application;
    private final Visitor founder;
    private final Map<String, Colleague> colleagues = new LinkedHashMap<>();
    private final Map<String, String> rows = new LinkedHashMap<>();
    private @Nullable Visitor removed;

    Company(String application, Visitor founder) {
        this.application = application;
        this.founder = founder;
        rows.put("applications", application);
    }

    String application() {
        return application;
    }

    /** Owner and Financial Controller, who connected the default authorizer. */
    Visitor founder() {
        return founder;
    }

    String sandbox() {
        return "/dashboard/" + application + "/sandbox";
    }

    /** Somebody who was a member, and was removed. */
    Visitor removed() {
        return Objects.requireNonNull(removed);
    }

    void removed(Visitor former) {
        removed = former;
    }

    void joined(String what, Colleague colleague) {
        colleagues.put(what, colleague);
    }

    /** Members with one role each, one without, by what they are called. */
    Map<String, Colleague> colleagues() {
        return colleagues;
    }

    Visitor colleague(String what) {
        return colleagues.get(what).visitor();
    }

    /** @param place the part of an address that stands before the row's id */
    void row(String place, String id) {
        rows.put(place, id);
    }

    Map<String, String> rows() {
        return rows;
    }

    /** The id of the row of that place, or null when there is none. */
    String row(String place) {
        return rows.get(place);
    }
}
