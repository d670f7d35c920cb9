package io.sarf.payouts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundle;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plan of the house. Whoever needs a new arrow draws it here first, where a reviewer sees it. */
class ArchitectureTest {
    private static final java.nio.file.Path PLAN = java.nio.file.Path.of("docs/architecture.md");
    private static final String BEGIN = "<!-- floors -->";
    private static final String END = "<!-- /floors -->";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sarf.payouts");

    private static final JavaClasses EVERYTHING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sarf");

    /** Each feature and those it may import. Top floor first; a line may only name lines below it. */
    private static final Map<String, Set<String>> FLOORS = new LinkedHashMap<>();

    static {
        floor("home", "payout", "destination", "connection", "invitation", "access", "team", "journal", "application");
        floor("dispatch", "payout", "destination", "connection", "bank", "application");
        floor("representative", "access", "team", "journal", "application");
        floor(
                "payout",
                "authorization",
                "destination",
                "connection",
                "access",
                "team",
                "client",
                "journal",
                "application",
                "bank",
                "money");
        floor("authorization", "connection", "access", "team", "journal", "application", "bank", "money");
        floor("destination", "connection", "access", "team", "client", "journal", "application", "bank");
        floor("connection", "access", "team", "journal", "application", "bank");
        floor("invitation", "team", "journal", "application");
        floor("integration", "client", "team", "journal", "application", "bank");
        floor("webhook", "team", "journal", "application");
        floor("activity", "team", "journal", "application", "bank", "money");
        floor("access", "team", "journal", "application");
        floor("team", "journal", "application");
        floor("client", "journal", "application");
        floor("journal", "application");
        floor("application");
        floor("bank");
        floor("money");
        floor("platform");
    }

    private static void floor(String feature, String... below) {
        var allowed = new TreeSet<>(List.of(below));
        if (!feature.equals("platform")) {
            allowed.add("platform");
        }
        FLOORS.put(feature, allowed);
    }

    @Test
    void a_floor_names_only_floors_below_it() {
        var floors = List.copyOf(FLOORS.keySet());
        FLOORS.forEach((feature, below) ->
                assertThat(below).as(feature).allMatch(other -> floors.indexOf(other) > floors.indexOf(feature)));
    }

    @Test
    void features_import_what_the_plan_allows_and_nothing_else() {
        arrows().forEach((feature, imports) ->
                assertThat(FLOORS.get(feature)).as(feature).isNotNull().containsAll(imports));
    }

    @Test
    void the_plan_in_the_docs_is_the_one_that_is_kept() throws IOException {
        var drawn = BEGIN + "\n" + plan() + END;
        var page = Files.readString(PLAN);
        var kept = page.substring(page.indexOf(BEGIN), page.indexOf(END) + END.length());
        if (!kept.equals(drawn)) {
            Files.writeString(PLAN, page.replace(kept, drawn));
        }

        assertThat(kept)
                .as("docs/architecture.md was out of date and is now printed anew")
                .isEqualTo(drawn);
    }

    @Test
    void nothing_stands_between_the_product_and_what_is_apart() {
        noClasses()
                .that()
                .resideInAPackage("io.sarf.payouts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.sarf.sandboxbank..", "io.sarf.development..")
                .check(EVERYTHING);
        noClasses()
                .that()
                .resideInAnyPackage("io.sarf.sandboxbank..", "io.sarf.development..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sarf.payouts..")
                .check(EVERYTHING);
    }

    @Test
    void a_type_is_public_only_when_another_feature_reads_it() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and(not(madePublicByQuarkus()))
                .should(beReadFromAnotherFeature())
                .check(HOUSE);
    }

    @Test
    void every_package_says_what_it_owns_and_is_null_marked() {
        var packages = HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        packages.forEach(
                name -> assertThat(java.nio.file.Path.of("src/main/java", name.replace('.', '/'), "package-info.java"))
                        .as(name)
                        .exists()
                        .content()
                        .contains("@NullMarked")
                        .containsPattern("(?s)/\\*\\*.*\\..*\\*/"));
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Dto|DTO|Entity|Manager|Helper|Util|Utils|Controller)")
                .check(EVERYTHING);
    }

    @Test
    void http_and_templates_stay_at_the_doors() {
        noClasses()
                .that(not(simpleNameEndingWith("Pages")
                        .or(simpleNameEndingWith("Api"))
                        .or(simpleNameEndingWith("Mail"))
                        .or(simpleNameEndingWith("Form"))
                        .or(resideInAPackage("io.sarf.payouts.platform.."))
                        .or(nestedInADoor())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(HOUSE);
    }

    @Test
    void every_query_names_whose_rows_it_reads() {
        methods()
                .that()
                .areDeclaredInClassesThat(holdRows())
                .and()
                .arePublic()
                .should(sayWhose())
                .check(HOUSE);
    }

    @Test
    void templates_are_handed_records_never_entities() {
        classes()
                .that()
                .implement(TemplateInstance.class)
                .should(holdNoEntity())
                .check(HOUSE);
    }

    @Test
    void every_endpoint_says_who_may_call_it() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(beGuarded())
                .check(HOUSE);
    }

    @Test
    void time_and_ids_are_handed_in() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sarf.payouts.platform..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(HOUSE);
    }

    @Test
    void money_is_never_a_floating_point_number() {
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .check(EVERYTHING);
    }

    @Test
    void dependencies_come_through_the_constructor() {
        noFields().should().beAnnotatedWith(Inject.class).check(HOUSE);
    }

    @Test
    void entities_keep_their_fields_private() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate()
                .check(HOUSE);
    }

    private static Map<String, Set<String>> arrows() {
        var drawn = new TreeMap<String, Set<String>>();
        HOUSE.stream()
                .filter(type -> !feature(type).isEmpty())
                .forEach(type -> drawn.computeIfAbsent(feature(type), feature -> new TreeSet<>())
                        .addAll(type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .filter(target -> target.getPackageName().startsWith("io.sarf.payouts."))
                                .map(ArchitectureTest::feature)
                                .filter(target -> !target.equals(feature(type)))
                                .toList()));
        return drawn;
    }

    private static String plan() {
        var drawn = arrows();
        var text = new StringBuilder("| floor | imports today | types | public |\n| --- | --- | --- | --- |\n");
        for (var feature : FLOORS.keySet()) {
            var types = HOUSE.stream()
                    .filter(type -> feature(type).equals(feature) && type.isTopLevelClass())
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .toList();
            text.append("| `%s` | %s | %d | %d |\n"
                    .formatted(
                            feature,
                            String.join(", ", drawn.getOrDefault(feature, Set.of())),
                            types.size(),
                            types.stream()
                                    .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                    .count()));
        }
        text.append("\nWho may read across applications: ");
        text.append(HOUSE.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(AcrossApplications.class)))
                .filter(type -> !type.isEquivalentTo(AcrossApplications.class))
                .map(type -> "`" + type.getName().replace("io.sarf.payouts.", "") + "`")
                .sorted()
                .collect(Collectors.joining(", ")));
        return text.append(".\n").toString();
    }

    private static String feature(JavaClass type) {
        var parts = type.getPackageName().split("\\.");
        return parts.length > 3 ? parts[3] : "";
    }

    /**
     * Generated code needs these public: message bundles, JAX-RS providers, path parameters. And names that annotations
     * take leave no trace in whoever reads them.
     */
    private static DescribedPredicate<JavaClass> madePublicByQuarkus() {
        return DescribedPredicate.describe(
                "read by generated code",
                type -> type.isAnnotatedWith(MessageBundle.class)
                        || type.isAnnotatedWith("jakarta.ws.rs.ext.Provider")
                        || type.isAnnotatedWith(Path.class)
                        || type.tryGetMethod("fromString", String.class).isPresent()
                        || (type.getMethods().isEmpty()
                                && type.getFields().stream()
                                        .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))));
    }

    private static DescribedPredicate<JavaClass> nestedInADoor() {
        return DescribedPredicate.describe(
                "nested in a door",
                type -> type.getEnclosingClass()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.endsWith("Pages") || name.endsWith("Api"))
                        .isPresent());
    }

    /** A plural: it wraps Panache repositories, which are nested in it. */
    private static DescribedPredicate<JavaClass> holdRows() {
        return DescribedPredicate.describe(
                "hold rows",
                type -> HOUSE.stream()
                        .anyMatch(nested -> nested.isAssignableTo(PanacheRepositoryBase.class)
                                && nested.getEnclosingClass()
                                        .filter(type::equals)
                                        .isPresent()));
    }

    private static ArchCondition<JavaMethod> sayWhose() {
        return condition(
                "take a Scope, an ApplicationId or the right to read across applications first",
                (method, events) -> events.add(new SimpleConditionEvent(
                        method,
                        method.getModifiers().contains(JavaModifier.SYNTHETIC)
                                || method.getRawParameterTypes().isEmpty()
                                || Set.of(Scope.class, ApplicationId.class, AcrossApplications.class).stream()
                                        .anyMatch(first -> method.getRawParameterTypes()
                                                .get(0)
                                                .isEquivalentTo(first))
                                || ALLOWED_OTHERWISE.contains(
                                        method.getOwner().getSimpleName() + "." + method.getName()),
                        method.getFullName() + " does not say whose rows it reads")));
    }

    /** Makes a tenant, or takes a row of one that was found in its scope. */
    private static final Set<String> ALLOWED_OTHERWISE = Set.of("Applications.add", "Connections.credentials");

    private static ArchCondition<JavaClass> beReadFromAnotherFeature() {
        return condition(
                "be read from another feature",
                (type, events) -> events.add(new SimpleConditionEvent(
                        type,
                        HOUSE.stream()
                                .filter(part ->
                                        part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                                .anyMatch(dependency -> !dependency
                                        .getOriginClass()
                                        .getPackageName()
                                        .equals(type.getPackageName())),
                        type.getName() + " is public, yet no other package reads it")));
    }

    private static ArchCondition<JavaClass> holdNoEntity() {
        return condition(
                "hold no entity",
                (type, events) -> type.getFields()
                        .forEach(field -> events.add(new SimpleConditionEvent(
                                type,
                                field.getType().getAllInvolvedRawTypes().stream()
                                        .noneMatch(raw -> raw.isAnnotatedWith(Entity.class)),
                                field.getFullName() + " hands an entity to a template"))));
    }

    private static ArchCondition<JavaMethod> beGuarded() {
        return condition(
                "say who may call it",
                (method, events) -> events.add(new SimpleConditionEvent(
                        method,
                        Arrays.asList(RolesAllowed.class, PermitAll.class, Authenticated.class).stream()
                                .anyMatch(guard -> method.isAnnotatedWith(guard)
                                        || method.getOwner().isAnnotatedWith(guard)),
                        method.getFullName() + " is unguarded")));
    }

    private interface Check<T> {
        void run(T item, ConditionEvents events);
    }

    private static <T> ArchCondition<T> condition(String description, Check<T> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                check.run(item, events);
            }
        };
    }
}
