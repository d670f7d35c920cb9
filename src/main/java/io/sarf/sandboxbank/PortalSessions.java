package io.sarf.sandboxbank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Portal sessions. Stores a digest of each token only, so that the database alone cannot be used to sign in. */
final class PortalSessions {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Bank bank;

    PortalSessions(Bank bank) {
        this.bank = bank;
    }

    SignIn begin(SimulatedBank where, Login login) {
        return bank.database.transact(tx -> {
            BankUsers.Entry entry = BankUsers.knock(tx, where, login);
            if (entry.user().isEmpty()) {
                return SignIn.refused(words(entry.denial().orElseThrow()));
            }
            BankUser user = entry.user().get();
            if (user.held()) {
                return SignIn.refused("These credentials are kept as the default authorizer of a payouts provider."
                        + " They can no longer be used to sign in here.");
            }
            String challenge = bank.challenges
                    .open(tx, Challenges.Purpose.PORTAL, user, List.of())
                    .id();
            String token = Ids.word(40);
            tx.update(
                    "insert into portal_session (token_digest, bank_user, challenge, expires_at) values (?, ?, ?, ?)",
                    digest(token),
                    user.id(),
                    challenge,
                    bank.clock.now().plus(LIFE));
            return new SignIn(Optional.of(token), "");
        });
    }

    private static String words(BankUsers.Denial denial) {
        return switch (denial) {
            case WRONG_CREDENTIALS -> "The user name or the password is wrong.";
            case LOCKED -> "This user is locked.";
            case PASSWORD_EXPIRED, SESSION_EXPIRED -> "The password has expired.";
        };
    }

    Challenges.Verdict code(String token, String otp) {
        return bank.database.transact(tx -> {
            Optional<String> asked = tx.one(
                    row -> String.valueOf(row.getString("challenge")),
                    "select challenge from portal_session where token_digest = ?",
                    digest(token));
            Optional<Challenges.Challenge> challenge =
                    bank.challenges.lock(tx, Challenges.Purpose.PORTAL, asked.orElse(""));
            if (challenge.isEmpty()) {
                return Challenges.Verdict.CLOSED;
            }
            Challenges.Verdict verdict = bank.challenges.answer(tx, challenge.get(), otp);
            if (verdict == Challenges.Verdict.RIGHT) {
                tx.update("update portal_session set challenge = null where token_digest = ?", digest(token));
            }
            return verdict;
        });
    }

    /** Empty if the credentials were locked, expired or reserved since. */
    Optional<BankUser> signedIn(String token) {
        return bank.database.transact(tx -> tx.one(
                BankUser::from,
                BankUser.SELECT + "not u.held and not u.locked and not u.password_expired and u.id ="
                        + " (select s.bank_user from portal_session s where s.token_digest = ?"
                        + " and s.challenge is null and s.expires_at > ?)",
                digest(token),
                bank.clock.now()));
    }

    void end(String token) {
        bank.database.transact(tx -> tx.update("delete from portal_session where token_digest = ?", digest(token)));
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record SignIn(Optional<String> token, String why) {
        static SignIn refused(String why) {
            return new SignIn(Optional.empty(), why);
        }
    }
}
