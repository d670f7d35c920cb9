package io.sarf.payouts.client;

import java.util.List;

/** The scopes of a token. API operations name them in {@code RolesAllowed}. */
public final class TokenScope {
    public static final String APPLICATION_READ = "application.read";
    public static final String BANK_READ = "bank.read";
    public static final String BENEFICIARY_WRITE = "beneficiary.write";
    public static final String CONNECT_READ = "connect.read";
    public static final String CONNECT_WRITE = "connect.write";
    public static final String CUSTOMER_READ = "customer.read";
    public static final String CUSTOMER_WRITE = "customer.write";
    public static final String DESTINATION_READ = "destination.read";
    public static final String DESTINATION_WRITE = "destination.write";
    public static final String INTENT_WRITE = "intent.write";
    public static final String PAYMENT_READ = "payment.read";
    public static final String PAYMENT_WRITE = "payment.write";
    public static final String PAYOUT_AUTHORIZE = "payout.authorize";
    public static final String PAYOUT_READ = "payout.read";
    public static final String PAYOUT_WRITE = "payout.write";
    public static final String WEBHOOK_READ = "webhook.read";

    /** The scopes {@code api} includes. {@link IssueToken} adds those that depend on the application. */
    static final List<String> OF_API = List.of(
            CUSTOMER_READ,
            CUSTOMER_WRITE,
            DESTINATION_READ,
            DESTINATION_WRITE,
            BANK_READ,
            WEBHOOK_READ,
            PAYMENT_READ,
            INTENT_WRITE,
            PAYOUT_READ,
            PAYOUT_WRITE);

    static final List<String> OF_CUSTOMER = List.of(
            CUSTOMER_READ,
            BENEFICIARY_WRITE,
            PAYMENT_READ,
            PAYMENT_WRITE,
            DESTINATION_READ,
            CONNECT_READ,
            CONNECT_WRITE,
            APPLICATION_READ,
            BANK_READ);

    private TokenScope() {}
}
