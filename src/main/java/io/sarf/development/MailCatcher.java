package io.sarf.development;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Accepts mail to any address and delivers none. Mails are stored until the stack ends. */
final class MailCatcher {

    static final String HOST = "127.0.0.1";

    private final int port;
    private final GreenMail server;

    MailCatcher(StoredSettings stored) throws IOException {
        // Keycloak's realm contains this port.
        this.port = stored.fixedPort("smtp.port");
        ServerSetup smtp = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(10_000);
        this.server = new GreenMail(smtp);
    }

    int port() {
        return port;
    }

    void start() {
        server.start();
    }

    void stop() {
        server.stop();
    }

    /** Newest first; a mail to two recipients is listed twice. */
    List<Mail> mails() {
        List<Mail> mails = new ArrayList<>();
        for (GreenMailUser person : server.getUserManager().listUser()) {
            for (StoredMessage message : messages(person)) {
                mails.add(Mail.of(
                        person.getEmail() + "-" + message.getUid(),
                        person.getEmail(),
                        message.getMimeMessage(),
                        message.getReceivedDate().toInstant()));
            }
        }
        mails.sort(Comparator.comparing(Mail::receivedAt).reversed());
        return mails;
    }

    private List<StoredMessage> messages(GreenMailUser person) {
        try {
            return server.getManagers().getImapHostManager().getInbox(person).getMessages();
        } catch (FolderException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
