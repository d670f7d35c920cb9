package io.sarf.payouts.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

@ApplicationScoped
@Transactional
public class Logos {
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ApplicationLogo, UUID> {}

    private final Rows rows;
    private final Applications applications;

    Logos(Rows rows, Applications applications) {
        this.rows = rows;
        this.applications = applications;
    }

    /** @return a PNG */
    public byte[] require(ApplicationId id) {
        return rows.findByIdOptional(id.value())
                .map(ApplicationLogo::picture)
                .filter(picture -> picture.length > 0)
                .orElseThrow(() -> new Missing("logo"));
    }

    /** Replaces the logo and returns its version; an empty one removes it. */
    public long show(ApplicationId id, byte[] png) {
        var row = rows.findByIdOptional(id.value()).orElseGet(() -> new ApplicationLogo(id));
        row.show(png);
        rows.persistAndFlush(row);
        applications.require(id).show(png.length == 0 ? null : digest(png));
        return row.version();
    }

    private static String digest(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
