package io.sarf.development;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The watchdog: runs the servers until the watched process ends. Separate, because development restarts the product.
 */
public final class DevelopmentStack {

    /** Delay before a killed bank restarts, long enough to observe the product without it. */
    private static final int SECONDS_WITHOUT_BANK = 10;

    private final StateFolder state;
    private final Children children;

    private volatile @Nullable Start bankAgain;

    /** A field, because the lock of a collected object is released. */
    @SuppressWarnings("unused")
    private @Nullable FileLock lock;

    private DevelopmentStack(StateFolder state) {
        this.state = state;
        this.children = new Children(state, this::serverDied);
    }

    public static void main(String[] arguments) throws Exception {
        ProcessHandle watched =
                ProcessHandle.of(Long.parseLong(arguments[0])).orElseThrow(() -> new IOException("Nobody to watch"));
        new DevelopmentStack(StateFolder.at(Path.of(arguments[1]))).run(watched);
    }

    private void run(ProcessHandle watched) throws Exception {
        var unused = watched.onExit().thenRun(() -> System.exit(0));
        // Locked until this process ends, so that a successor waits for the last server.
        lock = lock();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            Files.deleteIfExists(state.coordinates());
            children.endLeftovers();
            if (Boolean.getBoolean("sarf.fresh")) {
                state.wipe();
            }
            forgetOtherClasses();
            state.write(state.coordinates(), started(watched));
            System.out.println("Up. Watching " + watched.pid());
        } catch (Exception failed) {
            Throwable cause =
                    failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            System.out.println("The development stack did not start: " + cause.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private Properties started(ProcessHandle watched) throws IOException {
        Path servers = Path.of(System.getProperty("sarf.servers"));
        StoredSettings stored = new StoredSettings(state);
        MailCatcher mails = new MailCatcher(stored);
        MailboxPage mailbox = new MailboxPage(stored, mails);
        MariaDb database = new MariaDb(state, servers, stored);
        Keycloak keycloak = new Keycloak(state, servers, stored);
        SandboxBankProcess bank = new SandboxBankProcess(state, stored);
        bankAgain = () -> bank.start(children, database);
        mails.start();
        mailbox.start();
        CompletableFuture<Void> data = inParallel(() -> {
            Progress.step("MariaDB", () -> database.start(children));
            Progress.step("Sandbox bank", () -> bank.start(children, database));
        });
        CompletableFuture<Void> people = inParallel(() -> {
            keycloak.build(children);
            Progress.step("Keycloak", () -> keycloak.start(children, mails.port()));
        });
        // Report the first failure without waiting for the other half.
        CompletableFuture<Void> both = CompletableFuture.allOf(data, people);
        var unusedData = data.exceptionally(failure -> fail(failure, both));
        var unusedPeople = people.exceptionally(failure -> fail(failure, both));
        both.join();
        return new Coordinates(stored, mails, mailbox, database, keycloak, bank).properties(children, watched);
    }

    private static @Nullable Void fail(Throwable failure, CompletableFuture<Void> both) {
        both.completeExceptionally(failure);
        return null;
    }

    private interface Start {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> inParallel(Start start) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                start.run();
                started.complete(null);
            } catch (Throwable failed) {
                started.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private FileLock lock() throws IOException, InterruptedException {
        FileChannel file = FileChannel.open(state.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // A predecessor has nothing left to do but to end its servers.
        Patience patience = new Patience(Duration.ofMinutes(1), Duration.ofMinutes(10));
        Object pause = new Object();
        while (true) {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
            if (patience.isOver(StateFolder.read(state.coordinates()))) {
                throw new IOException("Another stack holds " + state.root() + " " + patience.reason());
            }
            synchronized (pause) {
                pause.wait(100);
            }
        }
    }

    /** Each stack runs on its own copy of the classes; earlier copies are unused. */
    private void forgetOtherClasses() throws IOException {
        try (Stream<Path> copies = Files.list(state.folder("classes"))) {
            for (Path copy : copies.toList()) {
                if (!System.getProperty("java.class.path").contains(copy.toString())) {
                    StateFolder.delete(copy);
                }
            }
        }
    }

    /** The bank is an external system that may fail, so it restarts. Without another server the stack stops. */
    private void serverDied(String name) {
        var again = bankAgain;
        if (name.equals(SandboxBankProcess.NAME) && again != null) {
            System.out.println("The sandbox bank has ended and is started again in " + SECONDS_WITHOUT_BANK + " s");
            var unused = CompletableFuture.runAsync(
                            () -> {}, CompletableFuture.delayedExecutor(SECONDS_WITHOUT_BANK, TimeUnit.SECONDS))
                    .thenCompose(waited -> inParallel(again))
                    .exceptionally(failure -> {
                        stopped(name);
                        return null;
                    });
            return;
        }
        stopped(name);
    }

    private void stopped(String name) {
        try {
            Path log = state.log(name);
            System.out.println(name + " has ended by itself, so the stack stops. The end of " + log + ":");
            System.out.println(StateFolder.tail(log, 30));
        } catch (IOException unreadable) {
            System.out.println(name + " has ended by itself, so the stack stops. " + unreadable.getMessage());
        }
        System.exit(1);
    }

    private void stop() {
        try {
            Files.deleteIfExists(state.coordinates());
        } catch (IOException unwritable) {
            System.out.println(unwritable.getMessage());
        }
        children.stop();
    }
}
