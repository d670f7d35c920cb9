package io.sarf.payouts;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What can be seen in sources only. */
final class SourceRules {
    private static final int FILE_MOST = 250;
    private static final int METHOD_MOST = 40;
    private static final Pattern LIKE =
            Pattern.compile("(?i)\\w+(\\([^()\"]*\\))?\\s+(not\\s+)?like\\s*([:?'(\"]|(concat|lower|upper)\\b)");
    private static final Pattern SAID = Pattern.compile("(?s)/\\*\\*.*\\..*\\*/");

    /** Longer than a file may be when the rule was written; none may be added, and one that has shrunk is taken off. */
    private static final Set<String> LONG_BEFORE_THE_RULE = Set.of("DestinationMessages.java", "PayoutMessages.java");

    private SourceRules() {}

    static List<String> silentPackages(House house) {
        var packages = house.product().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        return packages.stream()
                .filter(name -> !says(house, name))
                .map(name -> name + " does not say what it owns, or is not null-marked")
                .toList();
    }

    private static boolean says(House house, String name) {
        var file = house.sources().resolve(name.replace('.', '/')).resolve("package-info.java");
        if (!Files.exists(file)) {
            return false;
        }
        var text = read(file);
        return text.contains("@NullMarked") && SAID.matcher(text).find();
    }

    static List<String> tooLong(House house) {
        var faults = new ArrayList<String>();
        for (var file : files(house.sources())) {
            var lines = read(file).lines().count();
            var known = LONG_BEFORE_THE_RULE.contains(file.getFileName().toString());
            if (lines > FILE_MOST != known) {
                faults.add(file.getFileName() + " has " + lines + " lines" + (known ? ", so it is long no more" : ""));
            }
        }
        faults.addAll(longMethods(files(house.sources())));
        return faults;
    }

    /** In what LIKE is given, % and _ stand for anything; {@code locate} finds what was typed as it stands. */
    static List<String> patterns(House house) {
        return files(house.sources()).stream()
                .filter(file -> file.toString().replace('\\', '/').contains("io/sarf/payouts/"))
                .flatMap(file -> LIKE.matcher(read(file))
                        .results()
                        .map(found -> file.getFileName() + " searches with LIKE: " + found.group()))
                .toList();
    }

    private static List<String> longMethods(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = Trees.instance(task);
            var faults = new ArrayList<String>();
            for (var unit : task.parse()) {
                unit.accept(new Measure(trees, faults), unit);
            }
            return faults;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Measure extends TreeScanner<Void, CompilationUnitTree> {
        private final Trees trees;
        private final List<String> faults;

        Measure(Trees trees, List<String> faults) {
            this.trees = trees;
            this.faults = faults;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            if (method.getBody() != null) {
                var lines = map.getLineNumber(positions.getEndPosition(unit, method))
                        - map.getLineNumber(positions.getStartPosition(unit, method))
                        + 1;
                if (lines > METHOD_MOST) {
                    faults.add("%s of %s has %d lines"
                            .formatted(
                                    method.getName(),
                                    Path.of(unit.getSourceFile().getName()).getFileName(),
                                    lines));
                }
            }
            return super.visitMethod(method, unit);
        }
    }

    private static List<Path> files(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
