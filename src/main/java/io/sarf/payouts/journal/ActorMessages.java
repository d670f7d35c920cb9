package io.sarf.payouts.journal;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("actor")
interface ActorMessages {
    String apiClient();

    String representative(String name);

    String system();
}
