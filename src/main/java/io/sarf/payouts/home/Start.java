package io.sarf.payouts.home;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.sarf.payouts.journal.VerifyJournal;
import java.util.List;

/** What the packaged product begins with: the product, or a command that needs none of it. */
@QuarkusMain
public class Start {
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(VerifyJournal.NAME)) {
            System.exit(VerifyJournal.run(List.of(arguments).subList(1, arguments.length), System.out));
        }
        // Malformed addresses are answered by web.MalformedCalls, and not before it with a bare status.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
