package io.sarf.payouts.destination;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.destination.PayeeDetails.Difference;
import io.sarf.payouts.journal.ActorWords;
import io.sarf.payouts.money.Iban;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PlainText;
import io.sarf.payouts.web.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

record DestinationWords(DestinationMessages messages, Locale language) {
    /** @param more the text below it; may be empty */
    record Badge(String kind, String label, String more) {}

    static DestinationWords in(String language) {
        return new DestinationWords(
                MessageBundles.get(DestinationMessages.class, Localized.Literal.of(language)),
                Locale.forLanguageTag(language));
    }

    ActorWords actors() {
        return ActorWords.in(language.getLanguage());
    }

    Badge status(@Nullable Beneficiary beneficiary) {
        if (beneficiary == null) {
            return new Badge("checking", messages.beingAdded(), "");
        }
        return switch (beneficiary.status()) {
            case REQUESTED -> new Badge("checking", messages.beingAdded(), "");
            case ACTIVE -> new Badge("done", messages.active(), "");
            case AWAITING_BENEFICIARY_COOL_OFF -> {
                var until = beneficiary.coolOffUntil();
                yield new Badge("waiting", until == null ? messages.coolingOff() : coolingOff(until), "");
            }
            case FAILED -> {
                var reason = beneficiary.errorMessage();
                yield new Badge("failed", messages.refused(), reason == null ? "" : reason);
            }
            case NOT_PRESENT -> new Badge("failed", messages.notPresent(), "");
            case REMOVED -> new Badge("failed", messages.removed(), "");
        };
    }

    Moment time(Instant at) {
        return Moment.of(at, language.getLanguage());
    }

    private String coolingOff(Instant until) {
        return messages.coolingOffUntil(time(until).shown());
    }

    @Nullable
    Badge nameCheck(@Nullable Beneficiary beneficiary) {
        if (beneficiary == null) {
            return null;
        }
        var verdict = beneficiary.nameCheck();
        return verdict == null ? null : badge(verdict, beneficiary.knownName());
    }

    private Badge badge(NameCheck.Result verdict, @Nullable String knownName) {
        return switch (verdict) {
            case MATCH -> new Badge("done", messages.match(), "");
            case CLOSE_MATCH -> new Badge("waiting", messages.closeMatch(), knownName == null ? "" : knownName);
            case NO_MATCH -> new Badge("failed", messages.noMatch(), "");
            case NOT_OFFERED -> new Badge("neutral", messages.notOffered(), "");
        };
    }

    String of(FieldFault fault) {
        if (fault.code().equals("MISSING_PARAMETERS")) {
            return messages.needed();
        }
        if (fault.message().equals(PlainText.REFUSAL)) {
            return PlainText.refusal(language.getLanguage());
        }
        return switch (fault.field()) {
            case "name" ->
                fault.code().equals("INVALID_NAME") ? messages.twoWords() : messages.oneLine(NewDestination.NAME_MAX);
            case "display_name" -> messages.oneLine(NewDestination.NAME_MAX);
            case "iban" -> iban(fault.detail());
            case "address" -> messages.oneLine(NewDestination.ADDRESS_MAX);
            case "city" -> messages.oneLine(NewDestination.CITY_MAX);
            case "country", "currency_iso_code" -> messages.chooseOne();
            case "account_number" -> messages.wrongAccountNumber();
            case "swift_code" -> messages.wrongSwiftCode();
            case "branch_address" -> messages.oneLine(NewDestination.ADDRESS_MAX);
            case "bank_identifier" -> messages.wrongIdentifier();
            case "postal_code", "ifsc", "sort_code", "routing_number", "transit_code" -> messages.wrongBankCode();
            default -> fault.message();
        };
    }

    private String iban(@Nullable Object fault) {
        if (fault instanceof Iban.Fault.Country) {
            return messages.ibanCountry();
        }
        if (fault instanceof Iban.Fault.Length wrong) {
            return messages.ibanLength(wrong.country(), wrong.expected(), wrong.given());
        }
        if (fault instanceof Iban.Fault.WrongCharacter wrong) {
            return switch (wrong.expected()) {
                case DIGIT -> messages.ibanDigit(wrong.place(), wrong.country(), wrong.found());
                case LETTER -> messages.ibanLetter(wrong.place(), wrong.country(), wrong.found());
                case LETTER_OR_DIGIT -> messages.ibanLetterOrDigit(wrong.place(), wrong.country(), wrong.found());
            };
        }
        return messages.ibanCheckDigits();
    }

    List<PayeeChanges.Line> lines(List<Difference> differences) {
        return differences.stream()
                .map(one -> new PayeeChanges.Line(
                        label(one.field()), shown(one.field(), one.before()), shown(one.field(), one.after())))
                .toList();
    }

    /** @param field the API's name */
    String label(String field) {
        return switch (field) {
            case "display_name" -> messages.displayName();
            case "address" -> messages.address();
            case "city" -> messages.city();
            case "country" -> messages.country();
            case "currency_iso_code" -> messages.currency();
            case "account_number" -> messages.accountNumber();
            case "swift_code" -> messages.swiftCode();
            case "bank_identifier" -> messages.bankIdentifier();
            case "branch_address" -> messages.branchAddress();
            case "postal_code" -> messages.postalCode();
            case "ifsc" -> messages.ifsc();
            case "sort_code" -> messages.sortCode();
            case "routing_number" -> messages.routingNumber();
            case "transit_code" -> messages.transitCode();
            default -> field;
        };
    }

    String shown(String field, String value) {
        return field.equals("country") ? Shown.country(value, language) : value;
    }

    String of(Refused refused) {
        return refused.code().equals("NO_BANK") ? messages.noBank() : messages.credentialsExpired();
    }

    String happened(String type) {
        return switch (type) {
            case "destination.created" -> messages.happenedCreated();
            case "beneficiary.created" -> messages.happenedAdded();
            case "beneficiary.refused" -> messages.happenedRefused();
            case "beneficiary.updated" -> messages.happenedUpdated();
            case "beneficiary.renewed" -> messages.happenedRenewed();
            case "beneficiary.removed" -> messages.happenedRemoved();
            case "destination.changed" -> messages.happenedEdited();
            case "beneficiary.parked" -> messages.happenedParked();
            case "beneficiary.resumed" -> messages.happenedResumed();
            default -> type;
        };
    }
}
