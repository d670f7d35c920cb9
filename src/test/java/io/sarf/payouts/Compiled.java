package io.sarf.payouts;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Code that compiles and breaks a rule, written where the rule is tried. It stands in packages of the product and is
 * compiled into a folder of its own: as a test class, it would become part of the product that other tests start.
 */
final class Compiled {
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Kept open, so that the libraries are read once. */
    private static final StandardJavaFileManager LIBRARIES = COMPILER.getStandardFileManager(null, null, null);

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Compiled(Path folder) {
        this.folder = folder;
    }

    /** Adds a file; what it is called is read from it. */
    void write(String source) {
        var named = PACKAGE.matcher(source);
        var type = TYPE.matcher(source);
        if (!named.find()) {
            throw new IllegalArgumentException("No package in:\n" + source);
        }
        var file = sources()
                .resolve(named.group(1).replace('.', '/'))
                .resolve((type.find() ? type.group(1) : "package-info") + ".java");
        try {
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path sources() {
        return folder.resolve("sources");
    }

    JavaClasses compiled() {
        var classes = folder.resolve("classes");
        try {
            Files.createDirectories(classes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (!files.isEmpty()) {
            compile(classes);
        }
        return new ClassFileImporter().importPath(classes);
    }

    private void compile(Path classes) {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var options = List.of("-proc:none", "-parameters", "-d", classes.toString(), "-classpath", path);
        var complaints = new StringWriter();
        var sources = LIBRARIES.getJavaFileObjectsFromPaths(files);
        if (!COMPILER.getTask(complaints, LIBRARIES, null, options, null, sources)
                .call()) {
            throw new AssertionError("The wrong code has to compile:\n" + complaints);
        }
    }
}
