package io.sarf.payouts.journal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Who did something, where it was nobody with a name, or nobody of the company. */
@MessageBundle("actor")
interface ActorMessages {
    @Message("API client")
    String apiClient();

    @Message("{name} (Sarf representative)")
    String representative(String name);

    @Message("Sarf")
    String system();
}
