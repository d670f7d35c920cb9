package io.sarf.payouts.authorization;

import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.money.StoredMoney;
import io.sarf.payouts.web.PayeeName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@Entity
@IdClass(AuthorizationSubject.Key.class)
class AuthorizationSubject {
    record Key(UUID authorization, UUID subject) implements Serializable {}

    enum Result {
        ACCEPTED,
        PENDING,
        REFUSED,
        REJECTED,
        /** Certain that this authorization had no effect on it: it awaits authorization again. */
        RELEASED,
        UNKNOWN
    }

    @Id
    private UUID authorization;

    @Id
    private UUID subject;

    private long version;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 30)
    private OurReference reference;

    private String title;
    private String alias;
    private String iban;
    private StoredMoney money;

    @Enumerated(EnumType.STRING)
    private @Nullable Result result;

    private @Nullable String message;

    @SuppressWarnings("NullAway.Init")
    protected AuthorizationSubject() {}

    AuthorizationSubject(AuthorizationId authorization, Subject subject) {
        this.authorization = authorization.value();
        this.subject = subject.id();
        this.version = subject.version();
        this.reference = subject.reference();
        this.title = subject.payee().legal();
        this.alias = subject.payee().alias();
        this.iban = subject.iban();
        this.money = StoredMoney.of(subject.amount());
    }

    void decided(Verdict verdict) {
        result = verdict.map(new Verdict.Cases<Result>(
                accepted -> Result.ACCEPTED,
                pending -> Result.PENDING,
                refused -> Result.REFUSED,
                refused -> Result.REJECTED));
        verdict.refusal().ifPresent(why -> message = why);
    }

    void unanswered() {
        if (!settled()) {
            result = Result.UNKNOWN;
        }
    }

    void released() {
        result = Result.RELEASED;
    }

    boolean settled() {
        return result != null && result != Result.UNKNOWN;
    }

    Subject shown() {
        return new Subject(subject, version, payee(), iban, amount(), reference());
    }

    AuthorizationId authorization() {
        return new AuthorizationId(authorization);
    }

    UUID subject() {
        return subject;
    }

    OurReference reference() {
        return reference;
    }

    PayeeName payee() {
        return PayeeName.of(title, alias.isEmpty() ? title : alias);
    }

    String iban() {
        return iban;
    }

    Money amount() {
        return money.money();
    }

    @Nullable
    Result result() {
        return result;
    }

    @Nullable
    String message() {
        return message;
    }
}
