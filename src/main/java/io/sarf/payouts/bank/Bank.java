package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.List;

/**
 * One bank, as the product knows it.
 *
 * <p>No method throws for anything a bank, or the way to it, can do: each answer is a value. A time-out, a cut
 * connection or a 5xx after the request may have left is <em>unknown</em>, never a failure, and only {@link #status}
 * resolves it. Every call blocks for at most {@link BankProfile#patience()}; none may be made inside a transaction.
 * Operations that change something carry our reference, and a bank treats a second call with it as a question.
 */
public interface Bank {
    /** What the bank is, as last read; never a call. */
    BankProfile profile();

    /** Logs in for the first time. */
    ConnectAnswer connect(Credentials credentials);

    /** Answers the challenge that {@link ConnectAnswer.OtpNeeded} named. */
    ConnectAnswer completeConnect(String challenge, String otp);

    /** Makes these credentials the default authorizer at the bank: they authorize without a code, and not in its portal. */
    ReserveAnswer reserve(Credentials credentials);

    /**
     * Ends {@link #reserve}; needs no password, because that may have expired meanwhile.
     *
     * @return whether the bank has confirmed it; when not, it is asked again
     */
    boolean release(String bankUser);

    /** Reads the accounts these credentials can pay from. */
    AccountsAnswer accounts(Credentials credentials);

    /** Makes somebody known to the bank as one who can be paid from the accounts of these credentials. */
    BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary);

    /** Hands an order over; it waits there to be authorized. */
    QueueAnswer queue(Credentials credentials, Order order);

    /** Begins to authorize queued orders, in one step for all of them. */
    BeginAnswer begin(Credentials credentials, List<OurReference> references);

    /** Answers an authorization challenge; never repeated for the same challenge after {@code Unknown}. */
    CompleteAnswer complete(Credentials credentials, String challenge, String otp);

    /** Takes a queued order back. */
    CancelAnswer cancel(Credentials credentials, OurReference reference);

    /**
     * What the bank knows of one order; may be asked as often as one likes.
     *
     * @param sentAt {@link Order#sentAt} of the latest call that may have left; the bank counts its horizon from there,
     *     and a guarantee it gives covers every call up to that one
     */
    OrderStatus status(OurReference reference, Instant sentAt);

    /** {@link #status} for everything that changed after {@code cursor}; the empty cursor is the beginning. */
    ChangesAnswer changesSince(String cursor);
}
