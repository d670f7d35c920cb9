package io.sarf.payouts.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** URLs of static files that change with the content, so that browsers may cache them forever. */
@Singleton
public class Assets {
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** @param name a file under {@code assets/}, or a full path that begins with {@code webjars/} */
    public String url(String name) {
        return urls.computeIfAbsent(name, Assets::fingerprinted);
    }

    private static String fingerprinted(String name) {
        var path = name.startsWith("webjars/") ? name : "assets/" + name;
        var loader = Thread.currentThread().getContextClassLoader();
        try (var file = loader.getResourceAsStream("META-INF/resources/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("No such asset: " + path);
            }
            var digest = MessageDigest.getInstance("SHA-256").digest(file.readAllBytes());
            return "/" + path + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
