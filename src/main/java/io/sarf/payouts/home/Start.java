package io.sarf.payouts.home;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.sarf.payouts.journal.VerifyJournal;
import java.util.List;

/** Starts the product, or runs a command that does not need it. */
@QuarkusMain
public class Start {
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(VerifyJournal.NAME)) {
            System.exit(VerifyJournal.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        // Otherwise Vert.x answers a malformed address with a bare status, before web.MalformedCalls sees it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
