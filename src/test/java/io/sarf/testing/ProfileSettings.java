package io.sarf.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Settings of a test profile end with it. Quarkus makes them system properties, and takes them back when the application
 * ends, but not when it could not start: all classes after that would run without timers or nudges, and wait for mails
 * that nobody sends.
 */
public final class ProfileSettings implements TestExecutionListener {
    private static final String ALTERNATIVES = "quarkus.arc.selected-alternatives";

    private final Map<String, Optional<String>> before = new HashMap<>();
    private String profile = "";

    @Override
    public void executionStarted(TestIdentifier test) {
        test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getJavaClass())
                .ifPresent(this::startedClass);
    }

    /** Puts back what the profile before has set, if this class has another one. */
    void startedClass(Class<?> test) {
        var next = profile(test);
        if (next.equals(profile)) {
            return;
        }
        profile = next;
        before.forEach((key, value) ->
                value.ifPresentOrElse(old -> System.setProperty(key, old), () -> System.clearProperty(key)));
        before.clear();
        settings(next).forEach(key -> before.put(key, Optional.ofNullable(System.getProperty(key))));
    }

    /** By name, because tests in the product have a class loader of their own; empty for none. */
    private static String profile(Class<?> test) {
        return Stream.of(test.getAnnotations())
                .filter(one -> one.annotationType().getName().equals(TestProfile.class.getName()))
                .map(one -> {
                    try {
                        return ((Class<?>) Objects.requireNonNull(
                                        one.annotationType().getMethod("value").invoke(one)))
                                .getName();
                    } catch (ReflectiveOperationException other) {
                        throw new IllegalStateException(other);
                    }
                })
                .findFirst()
                .orElse("");
    }

    private static Set<String> settings(String profile) {
        if (profile.isEmpty()) {
            return Set.of();
        }
        try {
            var overrides = ((QuarkusTestProfile)
                            Class.forName(profile).getConstructor().newInstance())
                    .getConfigOverrides();
            var keys = new HashSet<>(overrides.keySet());
            keys.add(ALTERNATIVES);
            return keys;
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
