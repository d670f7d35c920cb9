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

    /** The top-level types of each package, named as from the root package on. */
    Map<String, List<JavaClass>> packages() {
        return product()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info")
                        && !feature(type).isEmpty())
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(PRODUCT.length() + 1),
                        TreeMap::new,
                        Collectors.toList()));
    }

    /** The plan as it is today. */
    String plan() {
        var drawn = arrows();
        var packages = packages();
        var text = new StringBuilder("| floor | imports today | types | public |\n| --- | --- | --- | --- |\n");
        for (var feature : floors.keySet()) {
            for (var name : packages.keySet()) {
                if (name.equals(feature) || name.startsWith(feature + ".")) {
                    var imports = name.equals(feature) ? drawn.getOrDefault(feature, Set.of()) : Set.<String>of();
                    var types = packages.get(name);
                    text.append("| `%s` | %s | %d | %d |\n"
                            .formatted(name, String.join(", ", imports), types.size(), open(types)));
                }
            }
        }
        var all = packages.values().stream().flatMap(List::stream).toList();
        return text.append("\n%d packages, %d imports between floors, %d types of which %d (%.1f %%) are public.\n"
                        .formatted(
                                packages.size(),
                                drawn.values().stream().mapToInt(Set::size).sum(),
                                all.size(),
                                open(all),
                                100.0 * open(all) / all.size()))
                .append("\n| reads rows of all applications | because |\n| --- | --- |\n")
                .append(acrossApplications())
                .toString();
    }

    private static long open(List<JavaClass> types) {
        return types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
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
