package io.sarf.payouts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What no line of code may do, wherever it stands. */
final class CodeRules {
    private static final Set<Class<?>> FLOATING = Set.of(double.class, float.class, Double.class, Float.class);
    private static final List<Class<? extends java.lang.annotation.Annotation>> INJECTED =
            List.of(Inject.class, ConfigProperty.class, PersistenceContext.class);

    private CodeRules() {}

    static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Dto|DTO|Entity|Manager|Helper|Util|Utils|Controller)");
    }

    static ArchRule timeIsHandedIn() {
        return noClasses()
                .that(comeFromTheProduct())
                .should()
                .accessTargetWhere(target(CodeRules::tellsTime, "tells the time"));
    }

    static ArchRule idsAndRandomnessAreHandedIn() {
        return noClasses()
                .that(comeFromTheProduct())
                .should()
                .accessTargetWhere(target(CodeRules::rolls, "rolls dice"));
    }

    static ArchRule noFloatingPoint() {
        return classes()
                .should(Conditions.each(
                        "have no floating point number and ask for none",
                        type -> Stream.concat(
                                type.getMembers().stream().flatMap(CodeRules::floating),
                                type.getAccessesFromSelf().stream()
                                        .filter(access -> access.getTarget() instanceof CodeUnitAccessTarget unit
                                                && floating(unit.getRawReturnType()))
                                        .map(JavaAccess::getDescription))));
    }

    static ArchRule constructorInjection() {
        return members()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(House.PRODUCT + "..")
                .should(Conditions.each("be given nothing but through the constructor", CodeRules::injected));
    }

    private static DescribedPredicate<JavaClass> comeFromTheProduct() {
        return resideInAPackage(House.PRODUCT + "..")
                .and(DescribedPredicate.not(
                        resideInAnyPackage(House.PRODUCT + ".platform..", House.PRODUCT + ".work..")));
    }

    /** Calls, and references such as {@code Instant::now}, which call later. */
    private static DescribedPredicate<JavaAccess<?>> target(Predicate<AccessTarget> test, String description) {
        return DescribedPredicate.describe(description, access -> test.test(access.getTarget()));
    }

    private static boolean tellsTime(AccessTarget called) {
        var owner = called.getOwner();
        var name = called.getName();
        return (owner.isAssignableTo(Temporal.class) && name.equals("now"))
                || (owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.isEquivalentTo(Clock.class) && name.matches("system.*|tick(Millis|Seconds|Minutes)"))
                || (owner.isAssignableTo(Date.class)
                        && called instanceof CodeUnitAccessTarget unit
                        && name.equals(JavaConstructor.CONSTRUCTOR_NAME)
                        && unit.getRawParameterTypes().isEmpty())
                || (owner.isEquivalentTo(java.util.Calendar.class) && name.equals("getInstance"));
    }

    private static boolean rolls(AccessTarget called) {
        var owner = called.getOwner();
        var name = called.getName();
        return (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || owner.isAssignableTo(RandomGenerator.class)
                || owner.isAssignableTo(Random.class);
    }

    /** The constructor of an anonymous type passes on what its parent's takes. */
    private static Stream<String> floating(JavaMember member) {
        var types = member instanceof JavaField field
                ? Stream.of(field.getRawType())
                : member instanceof JavaCodeUnit unit && !unit.getOwner().isAnonymousClass()
                        ? Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        : Stream.<JavaClass>empty();
        return types.anyMatch(CodeRules::floating)
                ? Stream.of(member.getFullName() + " is a floating point number, or takes or gives one")
                : Stream.empty();
    }

    private static boolean floating(JavaClass type) {
        return FLOATING.stream().anyMatch(type.getBaseComponentType()::isEquivalentTo);
    }

    private static Stream<String> injected(JavaMember member) {
        return !(member instanceof JavaConstructor) && INJECTED.stream().anyMatch(member::isAnnotatedWith)
                ? Stream.of(member.getFullName() + " is injected; take it in the constructor")
                : Stream.empty();
    }
}
