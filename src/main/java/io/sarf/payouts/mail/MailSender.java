package io.sarf.payouts.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@Singleton
public class MailSender {
    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPage(MailText text) implements TemplateInstance {}

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailPlain(MailText text) implements TemplateInstance {}

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ReactiveMailer mailer;
    private final Context loop;
    private final boolean sent;

    MailSender(
            ReactiveMailer mailer,
            Vertx vertx,
            @ConfigProperty(name = "sarf.mail", defaultValue = "true") boolean sent) {
        this.mailer = mailer;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
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
        var mail = Mail.withText(text.to(), text.subject(), new MailPlain(text).render())
                .setHtml(new MailPage(text).render());
        // A connection that is opened on another thread than the one that reads it may miss the server's greeting,
        // and then waits for it until the server closes it (Vert.x mail client 4.5.27).
        Uni.createFrom()
                .voidItem()
                .emitOn(work -> loop.runOnContext(on -> work.run()))
                .chain(() -> mailer.send(mail))
                .await()
                .atMost(PATIENCE);
    }
}
