package io.sarf.payouts.bank;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The port to one bank. Methods never throw, and stages never fail, for anything the bank or the network does: each answer
 * is a value. A time-out, a cut connection or a 5xx after the request may have left is <em>unknown</em>, never a failure,
 * and only {@link #status} resolves it. Every answer comes within {@link BankProfile#patience()}; no call may be made in a
 * transaction. Changes carry our reference; the bank answers a second call with it without a second effect.
 *
 * <p>Calls about many take a list and answer for each member, in the order of the list. A bank that takes one at a time is
 * hidden by its adapter. A member without an answer of its own, or with two, or with one for another amount, is unknown.
 * The caller bounds how many are under way ({@link BankProfile#concurrency()}); no thread waits for an answer.
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

    List<CompletionStage<BeneficiaryAnswer>> addBeneficiaries(
            Credentials credentials, List<NewBeneficiary> beneficiaries);

    /** Sends orders, which then await authorization at the bank. */
    List<CompletionStage<QueueAnswer>> queue(Credentials credentials, List<Order> orders);

    /** Begins to authorize queued orders, in one step for all of them. */
    CompletionStage<BeginAnswer> begin(Credentials credentials, List<OurReference> references);

    /** Answers an authorization challenge; never repeated for the same challenge after {@code Unknown}. */
    CompleteAnswer complete(Credentials credentials, String challenge, String otp);

    /**
     * The same for a bank that answers only when it has authorized all orders.
     *
     * @param orders how many the challenge is for; the answer may take {@link #longerFor} them
     */
    default CompleteAnswer complete(Credentials credentials, String challenge, String otp, int orders) {
        return complete(credentials, challenge, otp);
    }

    /** How much longer the answer for so many orders may take than for one. */
    static Duration longerFor(int orders) {
        return Duration.ofMillis(10).multipliedBy(orders - 1L);
    }

    CompletionStage<CancelAnswer> cancel(Credentials credentials, OurReference reference);

    List<CompletionStage<OrderStatus>> status(List<SentOrder> orders);

    /** {@link #status} of all orders that changed after {@code cursor}; empty for the beginning. */
    ChangesAnswer changesSince(String cursor);
}
