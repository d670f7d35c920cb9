package io.sarf.development;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;

/** Ports and secrets that stay the same across starts, so that issuers, sessions and data remain valid. */
final class StoredSettings {

    /** Below the range of ephemeral ports, so that a stored port stays free. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private final StateFolder state;
    private final Properties values;
    private final SecureRandom random = new SecureRandom();

    StoredSettings(StateFolder state) throws IOException {
        this.state = state;
        this.values = StateFolder.read(state.stored());
    }

    /** A port that other settings contain: an error if another program uses it. */
    synchronized int fixedPort(String name) throws IOException {
        String stored = values.getProperty(name);
        if (stored == null) {
            return newPort(name);
        }
        int port = Integer.parseInt(stored);
        if (!isFree(port)) {
            throw new IOException("Port " + port + ", kept as " + name + " in " + state.stored()
                    + ", is used by another program. Stop that program, or start over with -Dsarf.fresh");
        }
        return port;
    }

    synchronized int port(String name) throws IOException {
        String stored = values.getProperty(name);
        return stored != null && isFree(Integer.parseInt(stored)) ? Integer.parseInt(stored) : newPort(name);
    }

    /** 32 hexadecimal digits. */
    synchronized String password(String name) throws IOException {
        return stored(name, () -> HexFormat.of().formatHex(bytes(16)));
    }

    /** 32 random bytes in Base64. */
    synchronized String key(String name) throws IOException {
        return stored(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    private int newPort(String name) throws IOException {
        for (int tries = 0; tries < 1_000; tries++) {
            int port = FIRST_PORT + random.nextInt(LAST_PORT - FIRST_PORT);
            if (!values.containsValue(String.valueOf(port)) && isFree(port)) {
                values.setProperty(name, String.valueOf(port));
                state.write(state.stored(), values);
                return port;
            }
        }
        throw new IOException("No free port between " + FIRST_PORT + " and " + LAST_PORT);
    }

    private String stored(String name, java.util.function.Supplier<String> fresh) throws IOException {
        String stored = values.getProperty(name);
        if (stored == null) {
            stored = fresh.get();
            values.setProperty(name, stored);
            state.write(state.stored(), values);
        }
        return stored;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // A port that was closed just now counts as free: every server here reuses addresses.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
