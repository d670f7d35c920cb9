package io.sarf.payouts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.mail.NoMail;
import io.sarf.payouts.mail.Outbox;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many mails of one application do not hold back those of another. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class MailsInTurnsIT {
    private static final Outbox.Mail NOTHING_TO_SAY = new Outbox.Mail() {
        @Override
        public Optional<MailText> text() {
            return Optional.empty();
        }

        @Override
        public void ended(Outbox.End end) {}
    };

    @Inject
    PayingCompanies companies;

    @Inject
    Connections connections;

    @Inject
    ExpireCredentials expire;

    @Inject
    Sealer sealer;

    @Inject
    Notices notices;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    @Test
    void a_mail_that_became_due_after_many_of_another_application_leaves_among_the_first() {
        var many = companies.open(new PaperBank(clock));
        mailsToEverybody(many, 3);
        clock.advance(Duration.ofSeconds(1));
        var late = companies.open(new PaperBank(clock));
        mailsToEverybody(late, 1);

        var posted = posted(many, late);

        assertThat(posted).hasSize(9 + 3);
        assertThat(posted.subList(0, 6))
                .as("as long as both have mails, they take turns")
                .filteredOn(late.scope().application()::equals)
                .hasSize(3);
    }

    /** A mail to three people for each of the logins that the bank does not take any more. */
    private void mailsToEverybody(PayingCompany company, int logins) {
        List<BankConnection> some = connections.all(company.scope());
        some.stream().limit(logins).forEach(one -> expire.ifRejected(one, new AccountsAnswer.CredentialsExpired()));
        sealer.sealAll();
        notices.read(company.scope());
    }

    /** Whose mails leave, in their order. */
    private List<ApplicationId> posted(PayingCompany... those) {
        var order = new ArrayList<ApplicationId>();
        new Outbox("notice_mail", NoMail.sender(), entities, ids, clock, "application").postAll(id -> {
            order.add(notices.find(id).orElseThrow().scope().application());
            return NOTHING_TO_SAY;
        });
        var wanted =
                List.of(those).stream().map(one -> one.scope().application()).toList();
        return order.stream().filter(wanted::contains).toList();
    }
}
