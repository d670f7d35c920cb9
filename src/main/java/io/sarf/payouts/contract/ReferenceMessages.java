package io.sarf.payouts.contract;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the document of the API, which itself is in English. */
@MessageBundle("reference")
interface ReferenceMessages {
    @Message("API reference")
    String title();

    @Message("Every operation, its fields and its errors, as this installation answers them.")
    String lead();

    @Message("For programs:")
    String programs();

    @Message("Resources")
    String resources();

    @Message("Scope")
    String scope();

    @Message("Parameters")
    String parameters();

    @Message("Request")
    String request();

    @Message("Answer")
    String answer();

    @Message("Errors")
    String errors();

    @Message("Example")
    String example();

    @Message("Name")
    String name();

    @Message("Type")
    String type();

    @Message("Meaning")
    String meaning();

    @Message("required")
    String required();
}
