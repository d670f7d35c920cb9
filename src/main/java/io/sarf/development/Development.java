package io.sarf.development;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs again at each hot reload in the same JVM with new classes, so system properties remember what happened once. */
@IfBuildProfile("dev")
@QuarkusMain(name = "development")
public class Development {

    private static final String CHECKOUT = "sarf.dev-stack";
    private static final String FRESH = "sarf.fresh";
    private static final String ANNOUNCED = "sarf.development.announced";
    private static final String GUARDED = "sarf.development.guarded";
    private static final String GIVEN = "sarf.development.given";

    public static void main(String[] arguments) throws Exception {
        endWithMaven();
        Path checkout = Path.of(System.getProperty(CHECKOUT, ""));
        boolean fresh = "true".equals(System.getProperty(FRESH)) || "".equals(System.getProperty(FRESH));
        RunningStack stack = RunningStack.reuseOrStart(checkout, checkout.resolve("data/dev"), fresh);
        System.setProperty(FRESH, "false");
        configure(stack.configuration());
        Quarkus.run(Announced.class, arguments);
    }

    /** If Maven is killed, this JVM would remain without a console and occupy the port. */
    private static void endWithMaven() {
        if (System.getProperty(GUARDED) == null) {
            System.setProperty(GUARDED, "true");
            ProcessHandle maven = WatchedProcess.find();
            if (maven.pid() != ProcessHandle.current().pid()) {
                var unused = maven.onExit().thenRun(() -> Runtime.getRuntime().halt(143));
            }
        }
    }

    /** Values from the command line have priority. */
    private static void configure(Map<String, String> configuration) {
        configuration.forEach((key, value) -> {
            if (System.getProperty(key) == null || System.getProperty(GIVEN + "." + key) != null) {
                System.setProperty(key, value);
                System.setProperty(GIVEN + "." + key, "true");
            }
        });
    }

    /** Prints the start-up notice once. A bean in development only, so that no package depends on it. */
    @IfBuildProfile("dev")
    static final class Announced implements QuarkusApplication {

        @Override
        public int run(String... arguments) throws Exception {
            if (System.getProperty(ANNOUNCED) == null) {
                System.setProperty(ANNOUNCED, "true");
                Path checkout = Path.of(System.getProperty(CHECKOUT, ""));
                Path folder = checkout.resolve("data/dev");
                System.out.println(block(RunningStack.reuseOrStart(checkout, folder, false), folder));
            }
            Quarkus.waitForExit();
            return 0;
        }

        private static String block(RunningStack stack, Path folder) {
            Config config = ConfigProvider.getConfig();
            return """

                    ------------------------------------------------------------------------
                      Sarf is ready    http://localhost:%s
                                       Sign up there, or sign in as the representative:
                      E-mail           %s
                      Password         %s

                      Mails            %s
                      Sandbox bank     %s
                      Data             %s

                      Start over       ./mvnw quarkus:dev -Dsarf.fresh
                      Stop             Ctrl-C
                    ------------------------------------------------------------------------
                    """.formatted(
                            config.getValue("quarkus.http.port", String.class),
                            stack.get("stack.representative.email"),
                            stack.get("stack.representative.password"),
                            stack.get("stack.mailbox.url"),
                            stack.children().containsKey("sandbox-bank") ? stack.get("sarf.bank.sandbox.url") : "none",
                            folder.toAbsolutePath());
        }
    }
}
