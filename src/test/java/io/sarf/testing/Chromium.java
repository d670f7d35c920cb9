package io.sarf.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser for tests: the system's Chromium or Chrome; else, on Debian as root, the package; else Playwright's own
 * download. (Ubuntu's package is a snap, which does not run in a container.) Closing it ends everything it started.
 */
public final class Chromium implements AutoCloseable {
    /** For one step of a page. A browser beside other work may be slow; it is no measure of the product. */
    public static final int PATIENCE_MILLIS = 120_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /** A browser in a test talks to the product and the stack, and to nobody else. */
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        Optional<Path> executable = installed().or(Chromium::fromPackage);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", executable.isPresent() ? "1" : "0")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(QUIET)
                // Chromium refuses its sandbox to root, and everybody else keeps it.
                .setChromiumSandbox(!isRoot());
        executable.ifPresent(options::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve));
        return Stream.concat(onPath, Stream.of(MAC)).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> fromPackage() {
        if (isRoot() && isDebian()) {
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        }
        return installed();
    }

    private static void run(String... command) {
        Path log = Path.of("target", "chromium-install.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException absent) {
            throw new IllegalStateException("Cannot run " + String.join(" ", command), absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean isDebian() {
        try {
            return Files.readAllLines(Path.of("/etc/os-release")).contains("ID=debian");
        } catch (IOException notLinux) {
            return false;
        }
    }
}
