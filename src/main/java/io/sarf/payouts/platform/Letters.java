package io.sarf.payouts.platform;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

/** Sends letters, as text and as a page. */
@Singleton
public class Letters {
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterPage(Letter letter) implements TemplateInstance {}

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterText(Letter letter) implements TemplateInstance {}

    private final Mailer mailer;

    Letters(Mailer mailer) {
        this.mailer = mailer;
    }

    /** Waits for the mail server, so not inside a transaction; throws what the mail server says against it. */
    public void send(Letter letter) {
        mailer.send(Mail.withText(letter.to(), letter.subject(), new LetterText(letter).render())
                .setHtml(new LetterPage(letter).render()));
    }
}
