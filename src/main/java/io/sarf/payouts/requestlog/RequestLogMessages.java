package io.sarf.payouts.requestlog;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("requestlog")
interface RequestLogMessages {
    String title();

    String lead();

    String integration();

    String request();

    String anyStatus();

    String answered();

    String refused();

    String failed();

    String anyMethod();

    String partOfPath();

    String correlation();

    String filter();

    String showAll();

    String older();

    String method();

    String status();

    String code();

    String time();

    String duration();

    String milliseconds(int count);

    String noAnswer();

    String together();

    String requestBody();

    String responseBody();

    String noBody();

    String none();

    String noneHint();

    String begin();

    String nothing();

    String nothingHint();
}
