package io.sarf.payouts.payouttab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.creation.SingleCreations;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person may do is asked where the payout is written, not where the page was shown. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CreateFromFormIT {
    @Inject
    PayingCompanies companies;

    @Inject
    CreateFromForm form;

    @Inject
    SingleCreations creations;

    @Inject
    Payouts payouts;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private PayingCompany company;
    private PayoutId id;

    @BeforeEach
    void a_company_and_an_empty_form() {
        company = companies.open(new PaperBank(clock));
        id = new PayoutId(ids.next());
    }

    @Test
    void a_form_that_is_submitted_again_creates_nothing_more() {
        create(company.second(), false);
        create(company.second(), false);

        assertThat(created()).isTrue();
    }

    @Test
    void a_form_that_is_submitted_several_times_at_once_creates_one_payout() {
        var outcomes = Together.run(4, () -> {
            create(company.second(), false);
            return true;
        });

        assertThat(outcomes).noneMatch(Together.Outcome::failed);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_person_who_lost_the_role_since_creates_nothing() {
        sql("DELETE FROM member_role WHERE member IN (SELECT id FROM member WHERE person = :id)", person());

        assertThatThrownBy(() -> create(company.second(), false)).isInstanceOf(Missing.class);
        assertThat(created()).isFalse();
    }

    @Test
    void a_person_who_may_not_refuses_nobody_else_in_the_batch() {
        sql("DELETE FROM member_role WHERE member IN (SELECT id FROM member WHERE person = :id)", person());
        var other = companies.open(new PaperBank(clock));
        var others = new PayoutId(ids.next());

        var answers = creations.together(List.of(
                form.call(company.scope(), companies.fresh(company.second()), id, wanted(company.account(), false)),
                form.call(
                        other.scope(),
                        companies.fresh(other.second()),
                        others,
                        new NewPayout(
                                other.account(),
                                other.destination(),
                                new BigDecimal("12.50"),
                                null,
                                "Salary",
                                null,
                                false))));

        assertThat(answers.get(0)).isCompletedExceptionally();
        assertThat(answers.get(1)).isCompleted();
        assertThat(created()).isFalse();
        assertThat(payouts.find(other.scope(), others)).isPresent();
    }

    @Test
    void a_person_who_left_the_company_since_creates_nothing() {
        sql("UPDATE member SET removed_at = joined_at WHERE person = :id", person());

        assertThatThrownBy(() -> create(company.second(), false)).isInstanceOf(Missing.class);
        assertThat(created()).isFalse();
    }

    @Test
    void payouts_that_were_disabled_since_are_not_created() {
        companies.close(company);

        assertThatThrownBy(() -> create(company.second(), false)).hasMessage("Payouts are not available yet");
        assertThat(created()).isFalse();
    }

    @Test
    void an_account_that_does_not_exist_is_a_fault() {
        assertThatThrownBy(() -> form.create(
                        company.scope(),
                        companies.fresh(company.second()),
                        id,
                        wanted(new AccountId(ids.next()), false)))
                .isInstanceOf(Refused.class)
                .extracting(fault -> ((Refused) fault).code())
                .isEqualTo("UNKNOWN_ACCOUNT");
        assertThat(created()).isFalse();
    }

    @Test
    void whoever_connected_the_default_authorizer_authorizes_nothing_automatically() {
        assertThatThrownBy(() -> create(company.owner(), true)).isInstanceOf(Refused.class);
        assertThat(created()).isFalse();

        create(company.second(), true);
        assertThat(created()).isTrue();
    }

    @Test
    void where_a_second_person_is_required_an_automatic_payout_waits_for_one() {
        sql(
                "UPDATE application_environment SET second_person = TRUE WHERE application = :id",
                company.scope().application().value());

        create(company.second(), true);

        assertThat(payouts.require(company.scope(), id).flow().toBeAuthorized()).isFalse();
    }

    @Test
    void a_payee_that_stays_in_use_leaves_the_form_as_it_was_typed_and_submitting_it_again_pays_once() {
        var payoutsTab = company.scope().path() + "/payouts";
        var person = new Caller(company.second(), payoutsTab);
        var typed = Map.of(
                "id", id.toString(),
                "account", company.account().toString(),
                "destination", company.destination().toString(),
                "amount", "12.50",
                "description", "Salary of May");

        QuarkusTransaction.begin();
        try {
            entities.createNativeQuery("SELECT id FROM destination WHERE id = :id FOR UPDATE", UUID.class)
                    .setParameter("id", company.destination().value())
                    .getResultList();
            person.post(payoutsTab, typed)
                    .then()
                    .statusCode(503)
                    .body(containsString("We could not confirm that the payout was created."))
                    .body(containsString("Salary of May"));
        } finally {
            QuarkusTransaction.rollback();
        }
        assertThat(created()).isFalse();

        person.post(payoutsTab, typed).then().statusCode(303);
        person.post(payoutsTab, typed).then().statusCode(303);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_form_that_was_changed_after_it_created_its_payout_creates_no_other_and_says_so() {
        create(company.second(), false);
        var payoutsTab = company.scope().path() + "/payouts";
        var person = new Caller(company.second(), payoutsTab);

        var answer = person.post(
                payoutsTab,
                Map.of(
                        "id", id.toString(),
                        "account", company.account().toString(),
                        "destination", company.destination().toString(),
                        "amount", "15.00",
                        "description", "Salary"));

        assertThat(person.landing(answer)).contains("This form had created a payout before you changed it");
        assertThat(rows()).isEqualTo(1);
    }

    private void create(Person person, boolean automatic) {
        form.create(company.scope(), companies.fresh(person), id, wanted(company.account(), automatic));
    }

    private NewPayout wanted(AccountId account, boolean automatic) {
        return new NewPayout(account, company.destination(), new BigDecimal("12.50"), null, "Salary", null, automatic);
    }

    private UUID person() {
        return company.second().id();
    }

    private boolean created() {
        return payouts.find(company.scope(), id).isPresent();
    }

    private int rows() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(
                                        "SELECT COUNT(*) FROM payout WHERE application = :application")
                                .setParameter(
                                        "application",
                                        company.scope().application().value())
                                .getSingleResult())
                        .intValue());
    }

    private void sql(String statement, UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement)
                        .setParameter("id", id)
                        .executeUpdate());
    }
}
