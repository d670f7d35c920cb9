package io.sarf.payouts;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.sarf.payouts.application.AcrossApplications;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules are held against.
 *
 * @param types everything that is compiled, the product and what stands apart
 * @param sources the folder the packages begin in
 * @param floors each feature and those it may import, top floor first
 * @param kept the plan as the documentation shows it
 */
record House(JavaClasses types, Path sources, Map<String, Set<String>> floors, String kept) {
    static final String PRODUCT = "io.sarf.payouts";

    Stream<JavaClass> product() {
        return types.stream().filter(House::inProduct);
    }

    static boolean inProduct(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(PRODUCT + ".");
    }

    /** The feature a type belongs to; empty where it belongs to none. */
    static String feature(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return inProduct(type) && parts.length > 3 ? parts[3] : "";
    }

    /** Which features each feature imports. */
    Map<String, Set<String>> arrows() {
        var drawn = new TreeMap<String, Set<String>>();
        product()
                .filter(type -> !feature(type).isEmpty())
                .forEach(type -> drawn.computeIfAbsent(feature(type), feature -> new TreeSet<>())
                        .addAll(type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .map(House::feature)
                                .filter(target -> !target.isEmpty() && !target.equals(feature(type)))
                                .toList()));
        return drawn;
    }

    /** The plan as it is today. */
    String plan() {
        var drawn = arrows();
        var text = new StringBuilder("| floor | imports today | types | public |\n| --- | --- | --- | --- |\n");
        for (var feature : floors.keySet()) {
            var inside = types(feature);
            var open = inside.stream()
                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                    .count();
            var imports = String.join(", ", drawn.getOrDefault(feature, Set.of()));
            text.append("| `%s` | %s | %d | %d |\n".formatted(feature, imports, inside.size(), open));
        }
        return text.append("\n| reads rows of all applications | because |\n| --- | --- |\n")
                .append(acrossApplications())
                .toString();
    }

    private List<JavaClass> types(String feature) {
        return product()
                .filter(type -> feature(type).equals(feature) && type.isTopLevelClass())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    private String acrossApplications() {
        return product()
                .filter(type -> type.isAnnotatedWith(AcrossApplications.class))
                .map(type -> "| `%s` | %s |\n"
                        .formatted(
                                type.getName().replace(PRODUCT + ".", ""),
                                type.getAnnotationOfType(AcrossApplications.class)
                                        .value()))
                .sorted()
                .collect(Collectors.joining());
    }
}
