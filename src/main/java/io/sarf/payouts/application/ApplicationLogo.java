package io.sarf.payouts.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** The logo of a company, a PNG. After a removal the row remains without a picture, so that its version continues. */
@Entity
class ApplicationLogo {
    @Id
    private UUID application;

    private byte[] picture = {};

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationLogo() {}

    ApplicationLogo(ApplicationId application) {
        this.application = application.value();
    }

    void show(byte[] png) {
        picture = png.clone();
    }

    byte[] picture() {
        return picture.clone();
    }

    long version() {
        return version;
    }
}
