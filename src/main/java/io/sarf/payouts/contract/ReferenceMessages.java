package io.sarf.payouts.contract;

import io.quarkus.qute.i18n.MessageBundle;

/** The page around the document; the document itself is in English. */
@MessageBundle("reference")
interface ReferenceMessages {
    String title();

    String lead();

    String programs();

    String resources();

    String scope();

    String parameters();

    String request();

    String answer();

    String errors();

    String example();

    String name();

    String type();

    String meaning();

    String required();
}
