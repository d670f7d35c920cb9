package io.sarf.payouts.bulk;

import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.NewDestination;
import io.sarf.payouts.destination.StoreDestinations;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.NewPayout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.Money;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class CreateBulk {
    private static final String PAYEE = "payment_destination_id";

    private final PayoutsOfBulk payouts;
    private final BulkPayments bulks;
    private final SourceAccounts accounts;
    private final Connections connections;
    private final StoreDestinations storeDestinations;

    CreateBulk(
            PayoutsOfBulk payouts,
            BulkPayments bulks,
            SourceAccounts accounts,
            Connections connections,
            StoreDestinations storeDestinations) {
        this.payouts = payouts;
        this.bulks = bulks;
        this.accounts = accounts;
        this.connections = connections;
        this.storeDestinations = storeDestinations;
    }

    /** @throws ApiFault with all faults of the body itself */
    static List<NewBulkBody.Line> read(JsonBody body) {
        var missing = new ArrayList<WrongField>();
        var lines = body.as(NewBulkBody.class).lines(missing);
        var gathered = new GatheredFaults();
        missing.forEach(field -> gathered.add(ApiCode.INVALID_PARAMETERS, field));
        gather(
                gathered,
                lines,
                wanted(lines).stream().map(NewPayout::faultsOfItself).toList(),
                fault -> true);
        gathered.raise();
        return lines;
    }

    /** @throws ApiFault with all faults that depend on accounts and destinations, else with all unknown ids */
    BulkView create(Scope scope, List<NewBulkBody.Line> lines, Actor by) {
        check(scope, lines, fault -> !fault.field().equals(PAYEE));
        var account = accounts.require(scope, lines.get(0).wanted().account());
        var connection = connections.require(scope, account.connection());
        var complete = withPayees(scope, lines, connection, by);
        // A payee that was stored before may not be payable. No other fault is possible here.
        check(scope, complete, fault -> true);
        var wanted = wanted(complete);
        var bulk = bulks.add(scope, account, total(account, wanted), wanted.size(), by);
        payouts.create(scope, bulk.id(), wanted, by);
        return bulks.view(scope, bulk);
    }

    private List<NewBulkBody.Line> withPayees(
            Scope scope, List<NewBulkBody.Line> lines, BankConnection connection, Actor by) {
        var brought = new ArrayList<NewDestination>();
        for (var line : lines) {
            if (line.payee() != null) {
                brought.add(line.payee());
            }
        }
        var made = storeDestinations.all(scope, brought, connection, by).iterator();
        return lines.stream()
                .map(line -> line.payee() == null ? line : line.to(made.next().id()))
                .toList();
    }

    /** @param ofLinesWithPayee which faults count for entries with a payee of their own, which has no id at first */
    private void check(Scope scope, List<NewBulkBody.Line> lines, Predicate<FieldFault> ofLinesWithPayee) {
        var gathered = new GatheredFaults();
        gather(gathered, lines, payouts.faults(scope, wanted(lines)), ofLinesWithPayee);
        gathered.raise();
    }

    private static List<NewPayout> wanted(List<NewBulkBody.Line> lines) {
        return lines.stream().map(NewBulkBody.Line::wanted).toList();
    }

    private static void gather(
            GatheredFaults gathered,
            List<NewBulkBody.Line> lines,
            List<List<FieldFault>> faults,
            Predicate<FieldFault> ofLinesWithPayee) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            for (var fault : faults.get(i)) {
                if (line.payee() == null || ofLinesWithPayee.test(fault)) {
                    gathered.addOnce(ApiCode.valueOf(fault.code()), field(line, fault));
                }
            }
        }
    }

    private static WrongField field(NewBulkBody.Line line, FieldFault fault) {
        var wanted = line.wanted();
        return switch (fault.field()) {
            case "account_id", "authorize_payment" ->
                new WrongField(
                        fault.field(),
                        fault.field().equals("account_id") ? wanted.account().toString() : "true",
                        fault.message());
            case PAYEE ->
                line.payee() == null
                        ? new WrongField(
                                line.path() + ".destination_id",
                                wanted.destination().toString(),
                                fault.message())
                        : new WrongField(line.path() + ".destination_details", null, fault.message());
            case "amount" ->
                new WrongField(line.path() + ".amount", wanted.amount().toPlainString(), fault.message());
            default -> new WrongField(line.path() + "." + fault.field(), null, fault.message());
        };
    }

    private static Money total(SourceAccount account, List<NewPayout> wanted) {
        var total = wanted.stream().map(NewPayout::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(account.currency(), total, RoundingMode.UNNECESSARY);
    }
}
