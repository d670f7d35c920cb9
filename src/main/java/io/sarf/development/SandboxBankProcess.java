package io.sarf.development;

import java.io.IOException;
import java.util.Map;

final class SandboxBankProcess {

    static final String NAME = "sandbox-bank";

    private static final String MAIN = "io.sarf.sandboxbank.SandboxBank";

    private final StateFolder state;
    private final StoredSettings stored;
    private final int port;

    SandboxBankProcess(StateFolder state, StoredSettings stored) throws IOException {
        this.state = state;
        this.stored = stored;
        this.port = stored.port("sandbox-bank.port");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String key() throws IOException {
        return stored.password("sandbox-bank.key");
    }

    String adminKey() throws IOException {
        return stored.password("sandbox-bank.admin-key");
    }

    void start(Children children, MariaDb database) throws IOException, InterruptedException {
        if (SandboxBankProcess.class.getClassLoader().getResource(MAIN.replace('.', '/') + ".class") == null) {
            System.out.println("No " + MAIN + " on the class path: the stack runs without a sandbox bank");
            return;
        }
        ProcessBuilder command = new ProcessBuilder(
                Jvm.EXECUTABLE,
                // Names the state folder, which identifies a leftover process.
                "-Dsarf.state=" + state.root(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                MAIN);
        command.environment()
                .putAll(Map.of(
                        "CLASSPATH", System.getProperty("java.class.path"),
                        "SANDBOX_BANK_PORT", String.valueOf(port),
                        "SANDBOX_BANK_JDBC_URL", database.url("sandbox_bank"),
                        "SANDBOX_BANK_DB_USER", "sandbox_bank",
                        "SANDBOX_BANK_DB_PASSWORD", database.password("sandbox_bank"),
                        "SANDBOX_BANK_KEY", key(),
                        "SANDBOX_BANK_ADMIN_KEY", adminKey()));
        Process server = children.start(NAME, command);
        Await.until("The sandbox bank", server, state.log(NAME), () -> Await.isOk(url() + "/health"));
    }
}
