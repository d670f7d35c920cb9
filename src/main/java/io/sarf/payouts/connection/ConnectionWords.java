package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.platform.Refused;
import org.jspecify.annotations.Nullable;

record ConnectionWords(ConnectionMessages messages, RenewalMessages renewal, BankMessages banks) {
    static final int USER_NAME_MAX = 100;
    static final int PASSWORD_MAX = 200;

    record Faults(
            @Nullable String userName,
            @Nullable String password,
            @Nullable String understood,
            @Nullable String form) {
        static final Faults NONE = new Faults(null, null, null, null);

        static Faults of(String form) {
            return new Faults(null, null, null, form);
        }

        boolean any() {
            return userName != null || password != null || understood != null || form != null;
        }
    }

    static ConnectionWords in(String language) {
        return new ConnectionWords(
                MessageBundles.get(ConnectionMessages.class, Localized.Literal.of(language)),
                MessageBundles.get(RenewalMessages.class, Localized.Literal.of(language)),
                MessageBundles.get(BankMessages.class, Localized.Literal.of(language)));
    }

    Faults check(String userName, String password, boolean agreed) {
        return new Faults(
                fault(userName, USER_NAME_MAX),
                fault(password, PASSWORD_MAX),
                agreed ? null : messages.understoodNeeded(),
                null);
    }

    private @Nullable String fault(String value, int max) {
        if (value.isBlank()) {
            return messages.needed();
        }
        return value.length() > max ? messages.tooLong(max) : null;
    }

    /** @param why the bank's reason; null if it did not answer */
    String of(ConnectAnswer.@Nullable Why why) {
        if (why == null) {
            return messages.noAnswer();
        }
        return switch (why) {
            case WRONG_CREDENTIALS -> messages.wrongCredentials();
            case WRONG_OTP -> messages.wrongCode();
            case OTP_EXPIRED -> messages.codeExpired();
            case PASSWORD_EXPIRED -> messages.passwordExpired();
            case LOCKED -> messages.locked();
            case NOT_FOR_PAYOUTS -> messages.notForPayouts();
            case MAINTENANCE -> messages.maintenance();
        };
    }

    String of(Refused refused) {
        return switch (refused.code()) {
            case "ALREADY_CONNECTED" -> messages.alreadyConnected();
            case "DEFAULT_AUTHORIZER_CHANGED" -> messages.authorizerChanged();
            case "NOT_AN_AUTHORIZER" -> messages.notAnAuthorizer();
            case "CREDENTIALS_IN_USE" -> messages.credentialsInUse();
            case "SWITCHED_OFF" -> banks.switchedOff();
            case "OTHER_BANK_USER" -> renewal.otherBankUser();
            case "NOT_YOURS" -> renewal.notYours();
            default -> refused.reason();
        };
    }

    String connected(BankConnection connection, String bank) {
        return connection.defaultAuthorizer() ? messages.connectedDefault(bank) : messages.connectedManual(bank);
    }

    String mark(BankConnection connection) {
        return connection.defaultAuthorizer() ? messages.defaultAuthorizer() : messages.manualAuthorizer();
    }

    String leftBehind(BankConnection connection, String bank) {
        var environment = connection.scope().sandbox() ? renewal.sandbox() : renewal.production();
        return connection.defaultAuthorizer()
                ? renewal.leftDefault(bank, environment)
                : renewal.leftManual(bank, environment);
    }
}
