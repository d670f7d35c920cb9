package io.sarf.payouts;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What belongs to pages and operations, and what they owe. */
final class EndpointRules {
    private static final List<String> NAMED = List.of("Pages", "Api");

    /** Words stand in bundles; whoever reads them there chooses the language. */
    private static final List<String> WORDS = List.of("Messages", "Words", "MailText", "Frame");

    private EndpointRules() {}

    /** A form, or a part of an address, that several types read may stand beside its endpoints. */
    static ArchRule httpStaysAtTheEndpoints() {
        return noClasses()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .and(not(partOf(NAMED)))
                .and(not(partOf(List.of("Form", "Path"))))
                .and()
                .resideOutsideOfPackages(House.PRODUCT + ".api..", House.PRODUCT + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..");
    }

    static ArchRule templatesStayAtTheEndpoints() {
        return noClasses()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .and(not(partOf(NAMED)))
                .and()
                .resideOutsideOfPackages(House.PRODUCT + ".web..", House.PRODUCT + ".mail..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.quarkus.qute..").and(not(resideInAPackage("io.quarkus.qute.i18n.."))));
    }

    static ArchRule wordsAreReadWhereTheyAreShown() {
        return noClasses()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .and(not(partOf(NAMED)))
                .and(not(partOf(WORDS)))
                .and()
                .resideOutsideOfPackage(House.PRODUCT + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.qute.i18n..");
    }

    static ArchRule templatesHoldNoEntity() {
        return classes()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .and()
                .implement(TemplateInstance.class)
                .should(Conditions.each("hold no entity", type -> entities(type, new HashSet<>())));
    }

    static ArchRule endpointsArePublic() {
        return methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();
    }

    static ArchRule endpointsSayWhoMayCall() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(Conditions.each("say who may call it", EndpointRules::unguarded));
    }

    private static Stream<String> unguarded(JavaMethod method) {
        return Stream.of(RolesAllowed.class, PermitAll.class, Authenticated.class)
                        .anyMatch(guard -> method.isAnnotatedWith(guard)
                                || method.getOwner().isAnnotatedWith(guard))
                ? Stream.empty()
                : Stream.of(method.getFullName() + " is unguarded");
    }

    /** Followed into the records that a page is made of. */
    private static Stream<String> entities(JavaClass type, Set<JavaClass> seen) {
        return seen.add(type)
                ? type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream()
                                .flatMap(raw -> raw.isAnnotatedWith(Entity.class)
                                        ? Stream.of(field.getFullName() + " hands an entity to a template")
                                        : House.inProduct(raw) ? entities(raw, seen) : Stream.empty()))
                : Stream.empty();
    }

    private static DescribedPredicate<JavaClass> partOf(List<String> endings) {
        return DescribedPredicate.describe(
                "part of a type that ends in " + String.join(" or ", endings),
                type -> endings.stream().anyMatch(outermost(type).getSimpleName()::endsWith));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(EndpointRules::outermost).orElse(type);
    }
}
