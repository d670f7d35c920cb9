package io.sarf.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} or {@code @QuarkusIntegrationTest} the development stack, the tests' own one. All test
 * runs of one Maven share it; it ends with that Maven (in an IDE, with the test's JVM).
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

    /** The stack, started if it is not there: for tests that talk to its servers themselves. */
    public static RunningStack stack() {
        return stack("target/stack");
    }

    /** A stack of one's own, for a test that stops it. */
    public static RunningStack stack(String folder) {
        Path checkout = Path.of("").toAbsolutePath();
        if (!Files.exists(checkout.resolve("pom.xml"))) {
            throw new IllegalStateException("Tests run in the folder with the pom, not in " + checkout);
        }
        try {
            // Each build begins with nothing: what an earlier one left would be work for the one after it.
            return RunningStack.reuseOrStart(checkout, checkout.resolve(folder), true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the stack started", interrupted);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(stack().configuration());
        // A packaged product listens to everybody; one under test listens to this machine.
        configuration.put("quarkus.http.host", "127.0.0.1");
        return configuration;
    }

    @Override
    public void stop() {
        // The next test class, and failsafe after surefire, go on with the same stack.
    }
}
