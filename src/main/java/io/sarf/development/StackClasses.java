package io.sarf.development;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The watchdog runs on a copy, because builds rewrite {@code target}. The digest shows whether it is up to date. */
record StackClasses(Path compiled, String digest) {

    private static final List<String> PACKAGES = List.of("io/sarf/development", "io/sarf/sandboxbank", "sandboxbank");

    static StackClasses in(Path compiled) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                for (Path file : files(compiled)) {
                    out.write(compiled.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    Files.copy(file, out);
                }
            }
            return new StackClasses(compiled, HexFormat.of().formatHex(digest.digest(), 0, 8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Path copiedTo(Path folder) throws IOException {
        Path copy = folder.resolve(digest);
        for (Path file : files(compiled)) {
            Path target = copy.resolve(compiled.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static List<Path> files(Path compiled) throws IOException {
        var all = new java.util.ArrayList<Path>();
        for (String part : PACKAGES) {
            Path folder = compiled.resolve(part);
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).sorted().forEach(all::add);
                }
            }
        }
        return all;
    }
}
