package io.sarf.payouts.mail;

/** An installation that sends no mail. */
public final class NoMail {
    private NoMail() {}

    public static MailSender sender() {
        return new MailSender(
                mails -> {
                    throw new AssertionError("No mail is sent");
                },
                false);
    }
}
