package io.sarf.development;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Data, passwords, logs and coordinates of one stack. Readable by its owner only. */
record StateFolder(Path root) {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Not deleted by "start over": the watchdog's lock, log and classes. */
    private static final Set<String> NOT_WIPED = Set.of("lock", "logs", "classes", "temp");

    static StateFolder at(Path root) throws IOException {
        StateFolder state = new StateFolder(root.toAbsolutePath().normalize());
        Path parent = state.root.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        state.folder("");
        return state;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name), OWNER_ONLY);
    }

    Path log(String name) throws IOException {
        return folder("logs").resolve(name + ".log");
    }

    Path coordinates() {
        return root.resolve("stack.properties");
    }

    Path children() {
        return root.resolve("children");
    }

    Path stored() {
        return root.resolve("kept.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Atomic: readers see the old content or the new one. */
    void write(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_ONLY_FILE);
        Files.writeString(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        write(file, text.toString());
    }

    static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException none) {
            return properties;
        }
        return properties;
    }

    void wipe() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (!NOT_WIPED.contains(entry.getFileName().toString())) {
                    delete(entry);
                }
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    static String tail(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (NoSuchFileException none) {
            return "(" + log + " was not written)";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
