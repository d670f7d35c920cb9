package io.sarf.payouts.journal;

import io.quarkus.qute.i18n.MessageBundle;

/** Who did something, where it was nobody with a name, or nobody of the company. */
@MessageBundle("actor")
interface ActorMessages {
    String apiClient();

    String representative(String name);

    String system();
}
