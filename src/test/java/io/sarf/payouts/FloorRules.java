package io.sarf.payouts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.i18n.MessageBundle;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may know whom. */
final class FloorRules {
    private static final String[] APART = {"io.sarf.sandboxbank..", "io.sarf.development.."};

    private static final int TYPES_MOST = 30;

    private FloorRules() {}

    static List<String> climbing(House house) {
        var order = List.copyOf(house.floors().keySet());
        var faults = new ArrayList<String>();
        house.floors()
                .forEach((feature, below) -> below.stream()
                        .filter(other -> order.indexOf(other) <= order.indexOf(feature))
                        .forEach(other -> faults.add(other + " is not below " + feature)));
        return faults;
    }

    static List<String> unplanned(House house) {
        var faults = new ArrayList<String>();
        house.arrows().forEach((feature, imports) -> {
            var allowed = house.floors().get(feature);
            if (allowed == null) {
                faults.add(feature + " has no floor");
            } else {
                imports.stream()
                        .filter(other -> !allowed.contains(other))
                        .forEach(
                                other -> faults.add(feature + " imports " + other + ", which the plan does not allow"));
            }
        });
        return faults;
    }

    static List<String> outdated(House house) {
        return house.kept().equals(house.plan())
                ? List.of()
                : List.of("docs/architecture.md was out of date and is now printed anew");
    }

    static List<String> crowded(House house) {
        return house.packages().entrySet().stream()
                .filter(one -> one.getValue().size() > TYPES_MOST)
                .map(one -> one.getKey() + " has " + one.getValue().size() + " types")
                .toList();
    }

    static ArchRule productKnowsNothingOfWhatIsApart() {
        return noClasses()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(APART);
    }

    static ArchRule whatIsApartKnowsNothingOfTheProduct() {
        return noClasses()
                .that()
                .resideInAnyPackage(APART)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(House.PRODUCT + "..");
    }

    static ArchRule publicOnlyWhenRead() {
        return classes()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and(not(madePublicByQuarkus()))
                .should(beReadFromAnotherPackage());
    }

    /**
     * Generated code needs these public: message bundles, JAX-RS providers, path parameters, filters of the API's document,
     * which the build makes, the main class. And names that annotations take leave no trace in whoever reads them.
     */
    private static DescribedPredicate<JavaClass> madePublicByQuarkus() {
        return DescribedPredicate.describe(
                "read by generated code",
                type -> type.isAnnotatedWith(MessageBundle.class)
                        || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")
                        || type.isAnnotatedWith("io.quarkus.smallrye.openapi.OpenApiFilter")
                        || type.isAnnotatedWith("io.quarkus.runtime.annotations.QuarkusMain")
                        || type.isAnnotatedWith(Path.class)
                        || type.tryGetMethod("fromString", String.class).isPresent()
                        || namesOnly(type));
    }

    private static boolean namesOnly(JavaClass type) {
        return type.getMethods().isEmpty()
                && !type.getFields().isEmpty()
                && type.getFields().stream()
                        .allMatch(field ->
                                field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL)));
    }

    private static ArchCondition<JavaClass> beReadFromAnotherPackage() {
        return Conditions.each(
                "be read from another package",
                type -> read(type)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is public, yet no other package reads it"));
    }

    private static boolean read(JavaClass type) {
        return type.getPackage().getClasses().stream()
                .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(dependency ->
                        !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
    }
}
