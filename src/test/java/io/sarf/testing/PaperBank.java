package io.sarf.testing;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import io.sarf.payouts.bank.Verdict;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bank that answers at once and does everything it is asked; a test overrides the one answer that must come late, be
 * lost, or not come because somebody died. It counts order calls and challenges, as a witness.
 */
public class PaperBank extends SingleCalls {
    public static final String CODE = "1111";

    /** Orders it takes at once. */
    public static final int CONCURRENCY = 8;

    /** Credentials for calls in which the bank does not look who asks. */
    public static final Credentials SOMEBODY = new Credentials("somebody", "password");

    private record Challenge(List<OurReference> references) {}

    private final Clock clock;
    private final BankProfile profile;
    private final Set<String> reserved = new HashSet<>();
    private final Map<OurReference, OrderStatus> orders = new ConcurrentHashMap<>();
    /** References in the order in which something changed; a cursor is how many of them were told. */
    private final List<String> changes = new CopyOnWriteArrayList<>();

    private final Map<OurReference, Integer> calls = new ConcurrentHashMap<>();
    private final Map<OurReference, Order> handed = new ConcurrentHashMap<>();
    private final Map<String, Challenge> challenges = new ConcurrentHashMap<>();

    public PaperBank(Clock clock) {
        this.clock = clock;
        this.profile = new BankProfile(
                "PAPER_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                "Paper Bank",
                "بنك الورق",
                "ARE",
                "PAPRAEAD",
                "/logo.svg",
                "#000000",
                "#ffffff",
                true,
                BankProfile.Type.SME,
                List.of(new BankProfile.TransferLimit("AED", BigDecimal.ONE, new BigDecimal("1000000"))),
                true,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                CONCURRENCY);
    }

    /** How often the bank was told to pay under this reference. */
    public int orderCalls(OurReference reference) {
        return calls.getOrDefault(reference, 0);
    }

    /** How many codes it has sent so far. */
    public int challenges() {
        return challenges.size();
    }

    /** What it will say of an order from now on, also unasked. */
    public void say(OurReference reference, OrderStatus status) {
        orders.put(reference, status);
        changes.add(reference.value());
    }

    /** The order as it was handed over; null when it never was. */
    public @Nullable Order order(OurReference reference) {
        return handed.get(reference);
    }

    @Override
    public BankProfile profile() {
        return profile;
    }

    @Override
    public ConnectAnswer connect(Credentials credentials) {
        return new ConnectAnswer.Connected(credentials.userName(), credentials.userName(), true, List.of(account()));
    }

    private BankAccount account() {
        return new BankAccount(
                "ACC-" + profile.identifier(),
                "Current account",
                "1001",
                "AE070331234567890123456",
                "AED",
                new BigDecimal("1000000.00"));
    }

    @Override
    public ConnectAnswer completeConnect(String challenge, String otp) {
        return new ConnectAnswer.Unknown();
    }

    @Override
    public ReserveAnswer reserve(Credentials credentials) {
        synchronized (reserved) {
            reserved.add(credentials.userName());
        }
        return new ReserveAnswer.Reserved(credentials.userName());
    }

    @Override
    public boolean release(String bankUser) {
        synchronized (reserved) {
            reserved.remove(bankUser);
        }
        return true;
    }

    @Override
    public AccountsAnswer accounts(Credentials credentials) {
        return new AccountsAnswer.Accounts(List.of(account()));
    }

    @Override
    public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
        return new BeneficiaryAnswer.Active(
                "BEN-" + beneficiary.reference(), new NameCheck(NameCheck.Result.MATCH, null));
    }

    @Override
    public QueueAnswer queue(Credentials credentials, Order order) {
        calls.merge(order.reference(), 1, Integer::sum);
        handed.put(order.reference(), order);
        var bankId = "ORD-" + order.reference();
        orders.putIfAbsent(order.reference(), new OrderStatus.Queued(bankId));
        return new QueueAnswer.Taken(bankId);
    }

    @Override
    public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
        if (isReserved(credentials)) {
            return new BeginAnswer.Done(accept(references));
        }
        var challenge = "OTP-" + UUID.randomUUID();
        challenges.put(challenge, new Challenge(references));
        references.forEach(reference -> orders.put(reference, new OrderStatus.AuthorizationRunning()));
        return new BeginAnswer.OtpNeeded(challenge, "phone", clock.instant().plus(Duration.ofMinutes(5)), 3);
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        var open = challenges.get(challenge);
        if (open == null) {
            return new CompleteAnswer.Closed(ReasonCode.SESSION_EXPIRED_ON_OTP);
        }
        return otp.equals(CODE) ? new CompleteAnswer.Done(accept(open.references())) : new CompleteAnswer.WrongOtp(2);
    }

    @Override
    public CancelAnswer cancelOne(Credentials credentials, OurReference reference) {
        var status = orders.getOrDefault(reference, new OrderStatus.NotKnownHere(false));
        if (!(status instanceof OrderStatus.Queued)) {
            return new CancelAnswer.TooLate(status);
        }
        orders.put(reference, new OrderStatus.TakenBack());
        return new CancelAnswer.TakenBack();
    }

    @Override
    public OrderStatus status(OurReference reference, java.time.Instant sentAt) {
        return orders.getOrDefault(reference, new OrderStatus.NotKnownHere(false));
    }

    @Override
    public ChangesAnswer changesSince(String cursor) {
        var told = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        var now = List.copyOf(changes);
        var news = now.subList(told, now.size()).stream()
                .distinct()
                .map(reference -> changesOf(new OurReference(reference)))
                .toList();
        return new ChangesAnswer.Changes(news, news.isEmpty() ? cursor : Integer.toString(now.size()));
    }

    /** What it would tell of one order. */
    public ChangesAnswer.Change changesOf(OurReference reference) {
        return new ChangesAnswer.Change(reference.value(), "ACC-" + profile.identifier(), orders.get(reference));
    }

    private Map<OurReference, Verdict> accept(List<OurReference> references) {
        references.forEach(reference -> orders.put(reference, new Verdict.Accepted("REF-" + reference)));
        return references.stream()
                .collect(Collectors.toMap(
                        reference -> reference, reference -> new Verdict.Accepted("REF-" + reference)));
    }

    private boolean isReserved(Credentials credentials) {
        synchronized (reserved) {
            return reserved.contains(credentials.userName());
        }
    }
}
