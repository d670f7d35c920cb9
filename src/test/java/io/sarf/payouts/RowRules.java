package io.sarf.payouts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.work.Retention;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whose rows are read, and who writes in them. */
final class RowRules {
    private static final Set<Class<?>> DATABASE = Set.of(EntityManager.class, DataSource.class);
    private static final Set<Class<?>> OWNERS = Set.of(Scope.class, ApplicationId.class);

    /**
     * Makes a tenant; takes rows that were found in their scope or name it, or changes that name their chain; reads no rows; is what a
     * worker is woken with, which then takes the right it needs.
     */
    private static final Set<String> ALLOWED_OTHERWISE = Set.of(
            "Applications.add",
            "Connections.credentials",
            "BeneficiaryWork.ask",
            "BeneficiaryWork.stop",
            "Journal.record",
            "SerializableTransaction.accept",
            "SerializableTransaction.begin",
            "SerializableTransaction.end",
            "SerializableTransaction.waitForLocks",
            "CreatePayouts.add",
            "Payouts.add",
            "Payouts.flush",
            "PayoutTasks.add",
            "ExportJournal.key",
            "Connections.sealed",
            "Connections.opened",
            "PostInvitations.poll",
            "PostInvitations.nudged");

    /** People and their sessions belong to no application; signing keys are the installation's. */
    private static final Set<String> BELONG_TO_NONE =
            Set.of("People", "SessionStore", "ActiveSessions", "SavedForms", "SigningKeys");

    /** Asks the database about itself, or about rows that features name. */
    private static final Set<String> GROUND = Set.of("work", "platform");

    /** Of a retention or a queue of work: they read no rows. */
    private static final Set<String> DESCRIBE_ROWS = Set.of("table", "life", "name");

    private static final Set<Class<?>> DESCRIBED = Set.of(Retention.class, WorkQueue.class);

    private RowRules() {}

    static ArchRule queriesNameWhose(House house) {
        return methods()
                .that()
                .areDeclaredInClassesThat(holdRows(house))
                .and()
                .areNotPrivate()
                .should(Conditions.each("take whose rows they read first", RowRules::nobodys));
    }

    static ArchRule allApplicationsOnlyWithAReason() {
        return classes()
                .that()
                .resideInAPackage(House.PRODUCT + "..")
                .should(Conditions.each("say why they read rows of all applications", RowRules::withoutReason));
    }

    private static Stream<String> withoutReason(JavaClass type) {
        if (type.isAnnotatedWith(AcrossApplications.class)) {
            return type.getAnnotationOfType(AcrossApplications.class).value().isBlank()
                    ? Stream.of(type.getName() + " does not say why it reads rows of all applications")
                    : Stream.empty();
        }
        var outer = type.getEnclosingClass();
        if (outer.isPresent() && outer.get().isAnnotatedWith(AcrossApplications.class)) {
            return Stream.empty();
        }
        return Stream.<JavaCodeUnitAccess<?>>concat(
                        type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> access.getTarget()
                        .resolveMember()
                        .filter(called -> called.isAnnotatedWith(AcrossApplications.class))
                        .isPresent())
                .map(JavaAccess::getOrigin)
                .filter(caller -> !caller.isAnnotatedWith(AcrossApplications.class))
                .map(caller -> caller.getFullName() + " reads rows of all applications without a reason");
    }

    static ArchRule entitiesKeepTheirFieldsPrivate() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .areNotStatic()
                .should()
                .bePrivate();
    }

    static ArchRule entitiesHaveNoSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    /** A static finder has no tenant. */
    static ArchRule entitiesDoNotFindThemselves() {
        return noClasses().should().beAssignableTo(PanacheEntityBase.class);
    }

    private static Stream<String> nobodys(JavaMethod method) {
        var owner = method.getOwner().getSimpleName();
        var first = method.getRawParameterTypes().stream().findFirst();
        var named = first.filter(type ->
                                OWNERS.stream().anyMatch(type::isEquivalentTo) || type.isAssignableTo(Scoped.class))
                        .isPresent()
                || method.isAnnotatedWith(AcrossApplications.class)
                || (DESCRIBE_ROWS.contains(method.getName())
                        && DESCRIBED.stream().anyMatch(method.getOwner()::isAssignableTo))
                || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || BELONG_TO_NONE.contains(owner)
                || ALLOWED_OTHERWISE.contains(owner + "." + method.getName());
        return named ? Stream.empty() : Stream.of(method.getFullName() + " does not say whose rows it reads");
    }

    /** It wraps Panache repositories, which are nested in it, or asks the database itself. */
    private static DescribedPredicate<JavaClass> holdRows(House house) {
        var plurals = house.product()
                .filter(type -> type.isAssignableTo(PanacheRepositoryBase.class))
                .flatMap(type -> type.getEnclosingClass().stream())
                .collect(Collectors.toSet());
        return DescribedPredicate.describe("hold rows", type -> asksItself(type) || plurals.contains(type));
    }

    private static boolean asksItself(JavaClass type) {
        return House.inProduct(type)
                && !GROUND.contains(House.feature(type))
                && type.getFields().stream()
                        .anyMatch(field -> DATABASE.stream().anyMatch(field.getRawType()::isAssignableTo));
    }
}
