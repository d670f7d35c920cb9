package io.sarf.testing;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A paper bank that serves nobody whose password is not the one of today; until one changes, it is "password". */
public class PickyBank extends PaperBank {
    private static final String FIRST = "password";

    private final Clock clock;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private @Nullable Duration coolOff;
    private boolean codeAtConnect;
    private Runnable afterQueue = () -> {};

    public PickyBank(Clock clock) {
        super(clock);
        this.clock = clock;
    }

    /** From now on only this one opens. */
    public void password(String user, String password) {
        passwords.put(user, password);
    }

    public void coolOff(Duration of) {
        coolOff = of;
    }

    public void wantsCodeAtConnect() {
        codeAtConnect = true;
    }

    public void afterQueue(Runnable something) {
        afterQueue = something;
    }

    /** How often it was asked this since it was asked last. */
    public synchronized long asked(String what) {
        var times = asked.stream().filter(what::equals).count();
        asked.clear();
        return times;
    }

    private synchronized boolean serves(String what, Credentials credentials) {
        asked.add(what);
        return passwords.getOrDefault(credentials.userName(), FIRST).equals(credentials.password());
    }

    @Override
    public ConnectAnswer connect(Credentials credentials) {
        if (!serves("connect", credentials)) {
            return new ConnectAnswer.Refused(ConnectAnswer.Why.WRONG_CREDENTIALS);
        }
        return codeAtConnect
                ? new ConnectAnswer.OtpNeeded(
                        credentials.userName(), "phone", clock.instant().plus(Duration.ofMinutes(5)), 3)
                : super.connect(credentials);
    }

    @Override
    public ConnectAnswer completeConnect(String challenge, String otp) {
        return otp.equals(CODE)
                ? super.connect(new Credentials(challenge, ""))
                : new ConnectAnswer.Refused(ConnectAnswer.Why.WRONG_OTP);
    }

    @Override
    public ReserveAnswer reserve(Credentials credentials) {
        return serves("hold", credentials)
                ? super.reserve(credentials)
                : new ReserveAnswer.Refused(ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "Expired");
    }

    @Override
    public AccountsAnswer accounts(Credentials credentials) {
        return serves("accounts", credentials) ? super.accounts(credentials) : new AccountsAnswer.CredentialsExpired();
    }

    @Override
    public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
        if (!serves("addBeneficiary", credentials)) {
            return new BeneficiaryAnswer.Refused(ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "Expired");
        }
        return coolOff == null
                ? super.addBeneficiary(credentials, beneficiary)
                : new BeneficiaryAnswer.CoolOff(
                        "BEN-" + beneficiary.reference(),
                        clock.instant().plus(coolOff),
                        new NameCheck(NameCheck.Result.MATCH, null));
    }

    @Override
    public QueueAnswer queue(Credentials credentials, Order order) {
        if (!serves("queue", credentials)) {
            return new QueueAnswer.Refused(ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "Expired");
        }
        var answer = super.queue(credentials, order);
        afterQueue.run();
        return answer;
    }

    @Override
    public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
        return serves("begin", credentials)
                ? super.beginOnce(credentials, references)
                : new BeginAnswer.Refused(ReasonCode.CREDENTIALS_UPDATE_REQUIRED, "Expired");
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        return serves("complete", credentials)
                ? super.complete(credentials, challenge, otp)
                : new CompleteAnswer.CredentialsExpired();
    }

    @Override
    public CancelAnswer cancelOne(Credentials credentials, OurReference reference) {
        return serves("cancel", credentials)
                ? super.cancelOne(credentials, reference)
                : new CancelAnswer.CredentialsExpired();
    }
}
