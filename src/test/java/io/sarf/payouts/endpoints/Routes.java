package io.sarf.payouts.endpoints;

import io.vertx.ext.web.Router;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All routes of the product, read from its compiled classes. */
final class Routes {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
    private static final List<Class<?>> PRODUCT = product();

    private Routes() {}

    static List<Route> all() {
        return methods()
                .flatMap(Routes::of)
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    static List<Route> pages() {
        return all().stream().filter(route -> !route.api()).toList();
    }

    /** The pages of an application, in either environment. */
    static List<Route> inApplication() {
        return pages().stream().filter(Route::inApplication).toList();
    }

    static List<Route> api() {
        return all().stream().filter(Route::api).toList();
    }

    /** Who hands routes to the router by hand, where no annotation says so. */
    static List<String> besideResources() {
        return methods()
                .filter(method -> Arrays.stream(method.getParameters())
                        .anyMatch(parameter ->
                                parameter.getType() == Router.class && parameter.isAnnotationPresent(Observes.class)))
                .map(method -> method.getDeclaringClass().getSimpleName())
                .sorted()
                .toList();
    }

    /** Methods with an address and no method of HTTP: what lies behind them would be seen by nobody here. */
    static List<String> locators() {
        return methods()
                .filter(method -> method.isAnnotationPresent(Path.class)
                        && of(method).findAny().isEmpty())
                .map(Method::toString)
                .toList();
    }

    private static Stream<Method> methods() {
        return PRODUCT.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()));
    }

    private static Stream<Route> of(Method method) {
        return Arrays.stream(method.getAnnotations())
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class))
                .map(annotation -> new Route(
                        annotation
                                .annotationType()
                                .getAnnotation(HttpMethod.class)
                                .value(),
                        path(method),
                        scope(method),
                        method.getDeclaringClass().getSimpleName() + "." + method.getName()));
    }

    private static String scope(Method method) {
        var own = method.getAnnotation(RolesAllowed.class);
        var roles = own == null ? method.getDeclaringClass().getAnnotation(RolesAllowed.class) : own;
        return roles == null ? "" : roles.value()[0];
    }

    private static String path(Method method) {
        var type = method.getDeclaringClass().getAnnotation(Path.class);
        var own = method.getAnnotation(Path.class);
        var whole = "/" + (type == null ? "" : type.value()) + "/" + (own == null ? "" : own.value());
        return whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static List<Class<?>> product() {
        try (var files = Files.walk(CLASSES.resolve("io/sarf/payouts"))) {
            return files.map(CLASSES::relativize)
                    .map(java.nio.file.Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(name -> load(name.replaceAll("\\.class$", "").replace('/', '.')))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
