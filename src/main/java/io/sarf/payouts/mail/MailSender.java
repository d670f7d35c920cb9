package io.sarf.payouts.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
public class MailSender {
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPage(MailText text) implements TemplateInstance {}

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPlain(MailText text) implements TemplateInstance {}

    private final Mailer mailer;
    private final boolean sent;

    MailSender(Mailer mailer, @ConfigProperty(name = "sarf.mail", defaultValue = "true") boolean sent) {
        this.mailer = mailer;
        this.sent = sent;
    }

    /** Whether this installation sends mail; if not, people forward links themselves. */
    public boolean sent() {
        return sent;
    }

    /** Blocks on the mail server, so call it outside a transaction. Does nothing if no mail is sent. */
    public void send(MailText text) {
        if (!sent) {
            return;
        }
        mailer.send(Mail.withText(text.to(), text.subject(), new MailPlain(text).render())
                .setHtml(new MailPage(text).render()));
    }
}
