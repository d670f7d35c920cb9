package io.sarf.payouts.client;

import io.sarf.payouts.platform.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A key shared by all nodes. {@link SigningKeys} writes it in SQL, because two nodes may create the same number. */
@Entity
@Immutable
class SigningKey {
    @Id
    private int number;

    private UUID kid;

    @Column(length = 1_000)
    private byte[] publicKey;

    @Column(length = 4_000)
    private byte[] privateKey;

    private String privateKeyKey;
    private Instant publishedAt;
    private Instant activeFrom;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    int number() {
        return number;
    }

    Instant activeFrom() {
        return activeFrom;
    }

    KeyRing.Key open(Vault vault) {
        var sealed = new Vault.Sealed(privateKeyKey, privateKey);
        return new KeyRing.Key(
                kid.toString(),
                RsaKeys.publicKey(publicKey),
                RsaKeys.privateKey(vault.open(sealed, place(kid))),
                publishedAt,
                activeFrom,
                retiredAt);
    }

    static String place(UUID kid) {
        return "signing_key/" + kid + "/private_key";
    }
}
