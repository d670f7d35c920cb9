package io.sarf.payouts.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** All query parameters, each with one form for all operations. */
public enum QueryField {
    PAGE_NUMBER("Which page, counted from 0."),
    PAGE_SIZE("How many entries a page has."),
    PAGE("Which page, counted from 0."),
    SIZE("How many entries a page has."),
    CURSOR("`page.next_cursor` of the answer before; the page number is then not looked at."),
    AMOUNT_MIN("Not less than this amount."),
    AMOUNT_MAX("Not more than this amount."),
    FROM("Not before this time, or the first moment of this day in UTC."),
    TO("Not after this time, or the last moment of this day in UTC."),
    FROM_UPDATED_AT("Not changed before this time or day."),
    TO_UPDATED_AT("Not changed after this time or day."),
    STATUS("In this status."),
    DESTINATION_ID("To this destination."),
    ACCOUNT_ID("From this source account."),
    EXTERNAL_REFERENCE("With exactly this reference of yours."),
    TYPE("Of this type."),
    ACCOUNT_TYPES("With accounts of one of these types."),
    BANK_TYPE("Of this type."),
    CONNECTION_TYPES("Reached in one of these ways."),
    COUNTRY_CODES("In one of these countries, ISO 3166-1 alpha-3."),
    CUSTOMER_ID("Taken and not used: every customer has the same banks."),
    AFTER("Every event behind this sequence, oldest first and without a gap.");

    private final String description;

    QueryField(String description) {
        this.description = description;
    }

    Parameter parameter() {
        return OASFactory.createParameter()
                .name(name().toLowerCase(Locale.ROOT))
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema());
    }

    private Schema schema() {
        return switch (this) {
            case PAGE_NUMBER, PAGE -> whole(0, 1_000_000, 0);
            case PAGE_SIZE, SIZE -> whole(1, 100, 50);
            case CURSOR -> text(255);
            case AMOUNT_MIN, AMOUNT_MAX -> typed(Schema.SchemaType.NUMBER).minimum(BigDecimal.ZERO);
            case FROM, TO, FROM_UPDATED_AT, TO_UPDATED_AT -> moment();
            case STATUS -> words("AWAITING_AUTHORIZATION", "PENDING_WITH_BANK", "ACCEPTED_BY_BANK", "FAILED");
            case DESTINATION_ID, ACCOUNT_ID, CUSTOMER_ID ->
                typed(Schema.SchemaType.STRING).format("uuid");
            case EXTERNAL_REFERENCE -> text(64);
            case TYPE -> text(60);
            case ACCOUNT_TYPES -> some(words("PERSONAL", "BUSINESS"));
            case BANK_TYPE -> words("SME", "RETAIL");
            case CONNECTION_TYPES -> some(words("REVERSE_ENGINEERED", "OPEN_BANKING", "DIRECT_CONNECTION"));
            case COUNTRY_CODES -> some(typed(Schema.SchemaType.STRING).pattern("^[A-Z]{3}$"));
            case AFTER -> typed(Schema.SchemaType.INTEGER).format("int64").minimum(BigDecimal.ZERO);
        };
    }

    private static Schema whole(int min, int max, int absent) {
        return typed(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(min))
                .maximum(BigDecimal.valueOf(max))
                .defaultValue(absent);
    }

    /** A day is accepted too, so the schema is only a string. */
    private static Schema moment() {
        return typed(Schema.SchemaType.STRING).examples(List.of("2026-03-01T15:52:05Z", "2026-03-01"));
    }

    private static Schema text(int longest) {
        return typed(Schema.SchemaType.STRING).maxLength(longest);
    }

    private static Schema some(Schema one) {
        return typed(Schema.SchemaType.ARRAY).items(one);
    }

    private static Schema words(String... words) {
        return typed(Schema.SchemaType.STRING).enumeration(List.of((Object[]) words));
    }

    private static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().type(List.of(type));
    }
}
