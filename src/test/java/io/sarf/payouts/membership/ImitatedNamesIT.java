package io.sarf.payouts.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Role;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person may call themselves what another one is called, in letters that only look the same. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ImitatedNamesIT {
    /** The second letter is a Cyrillic one. */
    private static final String IMITATED = "Sаra Nasser";

    private static final String WARNING = "“Sаra” mixes letters of several alphabets";
    private static final Pattern MEMBER = Pattern.compile("href=\"([^\"]*/team/members/[^\"]*)\"><bdi>" + IMITATED);

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller owner;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
        owner = new Caller(company.owner(), company.scope().path() + "/payouts/new");
    }

    @Test
    void whoever_reads_the_team_or_the_page_of_a_member_is_warned() {
        var team = company.scope().path() + "/team";
        people.member(company.scope().application(), "Sara Nasser", Role.ADMIN);
        assertThat(owner.get(team)).contains("Sara Nasser").doesNotContain("mixes letters");

        people.member(company.scope().application(), IMITATED, Role.ADMIN);

        var page = owner.get(team);
        assertThat(page).containsOnlyOnce(WARNING);
        var member = MEMBER.matcher(page);
        assertThat(member.find()).isTrue();
        assertThat(owner.get(member.group(1))).containsOnlyOnce(WARNING);
    }
}
