package io.sarf.payouts.contract;

import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** @param path without regular expressions, as in the document */
record Endpoint(HttpMethod verb, String path, MethodInfo method) {
    private static final String HTTP = "jakarta.ws.rs.";
    private static final String JSON_BODY = "io.sarf.payouts.api.JsonBody";

    static List<Endpoint> all(IndexView code) {
        return code.getAnnotations(HTTP + "Path").stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == org.jboss.jandex.AnnotationTarget.Kind.CLASS)
                .flatMap(target -> target.asClass().methods().stream())
                .flatMap(Endpoint::of)
                .toList();
    }

    private static Stream<Endpoint> of(MethodInfo method) {
        return Stream.of(HttpMethod.values())
                .filter(verb -> method.hasDeclaredAnnotation(HTTP + verb.name()))
                .map(verb -> new Endpoint(verb, path(method), method))
                .filter(endpoint -> ApiPaths.contains(endpoint.path()));
    }

    private static String path(MethodInfo method) {
        var whole = "/" + value(method.declaringClass().declaredAnnotation(HTTP + "Path")) + "/"
                + value(method.declaredAnnotation(HTTP + "Path"));
        // The regular expression of a parameter may contain braces.
        return whole.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    private static String value(@Nullable AnnotationInstance annotation) {
        return annotation == null ? "" : annotation.value().asString();
    }

    String said(String name) {
        var words = method.declaredAnnotation(Described.class.getName());
        var value = words == null ? null : words.value(name);
        return value == null ? "" : value.asString();
    }

    /** The scope the token needs; empty if public. Of several accepted scopes it is the first, which errors name. */
    List<String> scopes() {
        return values("jakarta.annotation.security.RolesAllowed").limit(1).toList();
    }

    List<QueryField> asks() {
        return values(TakesQuery.class.getName()).map(QueryField::valueOf).toList();
    }

    List<ApiCode> fails() {
        return Stream.concat(
                        on(method.declaringClass(), FailsWith.class.getName()), on(method, FailsWith.class.getName()))
                .map(ApiCode::valueOf)
                .toList();
    }

    /** Largest array body; 0 if the operation takes no array or only an array. */
    int oneOrMany() {
        var both = method.declaredAnnotation(OneOrMany.class.getName());
        return both == null ? 0 : both.value("most").asInt();
    }

    /** Whether it accepts idempotency keys, which needs the exact bytes. */
    boolean keyed() {
        return method.parameterTypes().stream()
                .anyMatch(type -> type.name().toString().equals(JSON_BODY));
    }

    private Stream<String> values(String annotation) {
        var own = on(method, annotation).toList();
        return own.isEmpty() ? on(method.declaringClass(), annotation) : own.stream();
    }

    private static Stream<String> on(org.jboss.jandex.Declaration where, String annotation) {
        return Optional.ofNullable(where.declaredAnnotation(annotation)).map(AnnotationInstance::value).stream()
                .flatMap(value -> strings(value).stream());
    }

    private static List<String> strings(AnnotationValue value) {
        var strings = new ArrayList<String>();
        for (var one : value.asArrayList()) {
            strings.add(one.kind() == AnnotationValue.Kind.ENUM ? one.asEnum() : one.asString());
        }
        return strings;
    }
}
