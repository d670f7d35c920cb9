package io.sarf.payouts.destination;

import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.web.Shown;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

record PayeeFields(
        PayeeForm typed,
        Map<String, String> errors,
        boolean more,
        List<Option> gulf,
        List<Option> countries,
        List<Option> currencies) {
    record Option(String value, String label, boolean selected) {}

    private static final List<String> BANK = List.of(
            "bank_identifier", "branch_address", "postal_code", "ifsc", "sort_code", "routing_number", "transit_code");

    static PayeeFields of(PayeeForm typed, List<FieldFault> faults, DestinationWords words) {
        var language = words.language();
        var errors = faults.stream().collect(Collectors.toMap(FieldFault::field, words::of, (one, other) -> one));
        var country = typed.country();
        return new PayeeFields(
                typed,
                errors,
                typed.more() || BANK.stream().anyMatch(errors::containsKey),
                Countries.GULF.stream()
                        .map(code -> new Option(code, Shown.country(code, language), code.equals(country)))
                        .toList(),
                Countries.others(language).stream()
                        .map(code -> new Option(code, Shown.country(code, language), code.equals(country)))
                        .toList(),
                NewDestination.CURRENCIES.stream()
                        .map(code -> new Option(
                                code,
                                code + " · " + Currency.getInstance(code).getDisplayName(language),
                                code.equals(typed.currency())))
                        .toList());
    }
}
