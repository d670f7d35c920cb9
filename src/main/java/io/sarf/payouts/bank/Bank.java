package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.List;

/**
 * The port to one bank. Methods never throw for anything the bank or the network does: each answer is a value. A
 * time-out, a cut connection or a 5xx after the request may have left is <em>unknown</em>, never a failure, and only
 * {@link #status} resolves it. Every call blocks for at most {@link BankProfile#patience()}; none may be made in a
 * transaction. Changes carry our reference; the bank answers a second call with it without a second effect.
 */
public interface Bank {
    /** As last read; makes no call. */
    BankProfile profile();

    ConnectAnswer connect(Credentials credentials);

    /** Answers the challenge of {@link ConnectAnswer.OtpNeeded}. */
    ConnectAnswer completeConnect(String challenge, String otp);

    /**
     * Makes these the default authorizer's credentials: they authorize without a code and are blocked in the portal.
     */
    ReserveAnswer reserve(Credentials credentials);

    /** Needs no password, which may have expired. Returns whether the bank confirmed it; if not, retry. */
    boolean release(String bankUser);

    AccountsAnswer accounts(Credentials credentials);

    BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary);

    /** Sends an order, which then awaits authorization at the bank. */
    QueueAnswer queue(Credentials credentials, Order order);

    /** Begins to authorize queued orders, in one step for all of them. */
    BeginAnswer begin(Credentials credentials, List<OurReference> references);

    /** Answers an authorization challenge; never repeated for the same challenge after {@code Unknown}. */
    CompleteAnswer complete(Credentials credentials, String challenge, String otp);

    CancelAnswer cancel(Credentials credentials, OurReference reference);

    /**
     * @param sentAt {@link Order#sentAt} of the latest call that may have left. The bank counts its horizon from
     *     there; its guarantee covers all calls until then
     */
    OrderStatus status(OurReference reference, Instant sentAt);

    /** {@link #status} of all orders that changed after {@code cursor}; empty for the beginning. */
    ChangesAnswer changesSince(String cursor);
}
