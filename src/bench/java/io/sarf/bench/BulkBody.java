package io.sarf.bench;

import java.math.BigInteger;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies of {@code POST /payouts/v1/bulk-payments}, and of payees that nobody has paid before. */
final class BulkBody {
    static final String PATH = "/payouts/v1/bulk-payments";

    private static final String ROW = """
            {%s,"amount":%s,"currency":"AED","description":"INV 2041 March"}""";

    private BulkBody() {}

    /** All rows go to the company's known payee. */
    static String toKnownPayee(World world, int rows, boolean automatic, String amount) {
        var row = ROW.formatted("\"destination_id\":\"" + world.destination() + "\"", amount);
        return body(world, automatic, IntStream.range(0, rows).mapToObj(i -> row));
    }

    /** Each row brings a payee of its own. */
    static String toNewPayees(World world, int rows) {
        var first = firstAccount();
        return body(
                world,
                true,
                IntStream.range(0, rows)
                        .mapToObj(i -> ROW.formatted(
                                "\"destination_details\":" + payee(first + i, "currency"), World.SMALL_AMOUNT)));
    }

    /** Of {@code POST /payouts/v1/payment/destinations}. */
    static String newDestination() {
        return payee(firstAccount(), "currency_iso_code");
    }

    private static String body(World world, boolean automatic, Stream<String> rows) {
        return """
                {"account_id":"%s","authorize_payment":%s,"payments":[%s]}""".formatted(world.account(), automatic, rows.collect(Collectors.joining(",")));
    }

    private static String payee(long account, String currency) {
        return """
                {"name":"Payee %d","display_name":"Payee %d","iban":"%s","address":"Pier 4","city":"Dubai",\
                "country":"ARE","%s":"AED"}""".formatted(account, account, iban(account), currency);
    }

    /** Accounts of one call follow each other; calls do not overlap. */
    private static long firstAccount() {
        return ThreadLocalRandom.current().nextLong(1_000_000_000) * 100_000;
    }

    /** Of the Emirates: three digits of the bank, sixteen of the account, the last one a 7, by which the sandbox bank does nothing special. */
    private static String iban(long account) {
        var rest = "033%015d7".formatted(account);
        var number = new BigInteger(rest + "1014" + "00");
        return "AE%02d%s".formatted(98 - number.mod(BigInteger.valueOf(97)).intValue(), rest);
    }
}
