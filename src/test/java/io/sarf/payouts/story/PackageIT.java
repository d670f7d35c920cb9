package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.StackResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is handed to an operator: {@code target/sarf}. */
class PackageIT {

    private static final Path ARCHIVE = Path.of("target/sarf/sarf.jsa");

    @Test
    void neitherTheSandboxBankNorTheDevelopmentStackIsInThePackage() throws Exception {
        try (var jar = new JarFile("target/sarf/sarf.jar")) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("io/sarf/payouts/platform/package-info.class")
                    .noneMatch(name -> name.startsWith("io/sarf/sandboxbank/"))
                    .noneMatch(name -> name.startsWith("io/sarf/development/"))
                    .noneMatch(name -> name.startsWith("sandboxbank/"));
        }
    }

    @Test
    void theSandboxBankIsAJarOfItsOwnWithoutTheProduct() throws Exception {
        try (var jar = new JarFile("target/sandbox-bank.jar")) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains("io/sarf/sandboxbank/SandboxBank.class")
                    .noneMatch(name -> name.startsWith("io/sarf/payouts/"));
        }
    }

    /** How fast that is depends on the machine; that nearly all classes come from there does not. */
    @Test
    void oneStartCanBeKeptSoThatLaterOnesTakeTheirClassesFromIt() throws Exception {
        Files.deleteIfExists(ARCHIVE);
        var stack = StackResource.stack();
        var archiving = Product.archiving(stack, Product.freePort());
        assertThat(Product.ended(archiving)).isZero();
        assertThat(ARCHIVE).exists();

        Path loaded = Path.of("target/loaded-classes.log").toAbsolutePath();
        try (var product = Product.start(stack, Product.freePort(), "-Xlog:class+load:file=" + loaded)) {
            assertThat(product.host()).isNotEmpty();
        }
        assertThat(classes(loaded, "shared objects file"))
                .as("classes out of the archive, beside those out of jars")
                .isGreaterThan(5 * classes(loaded, "source: file:"));
    }

    private static long classes(Path log, String source) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(source)).count();
        }
    }
}
