package io.sarf.payouts;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The rules of the house. Each is held against the product, and against wrong code that it has to find. */
enum HouseRule {
    A_FLOOR_NAMES_ONLY_FLOORS_BELOW_IT(FloorRules::climbing),
    FEATURES_IMPORT_WHAT_THE_PLAN_ALLOWS_AND_NOTHING_ELSE(FloorRules::unplanned),
    THE_PLAN_IN_THE_DOCS_IS_THE_ONE_THAT_IS_KEPT(FloorRules::outdated),
    THE_PRODUCT_KNOWS_NOTHING_OF_WHAT_IS_APART(all(FloorRules.productKnowsNothingOfWhatIsApart())),
    WHAT_IS_APART_KNOWS_NOTHING_OF_THE_PRODUCT(all(FloorRules.whatIsApartKnowsNothingOfTheProduct())),
    A_TYPE_IS_PUBLIC_ONLY_WHEN_ANOTHER_FEATURE_READS_IT(all(FloorRules.publicOnlyWhenRead())),
    A_PACKAGE_HAS_AT_MOST_THIRTY_TYPES(FloorRules::crowded),
    EVERY_PACKAGE_SAYS_WHAT_IT_OWNS_AND_IS_NULL_MARKED(SourceRules::silentPackages),
    FILES_AND_METHODS_FIT_ON_A_FEW_SCREENS(SourceRules::tooLong),
    WHAT_SOMEBODY_LOOKS_FOR_IS_NO_PATTERN(SourceRules::patterns),
    NAMES_SAY_WHAT_A_THING_IS(all(CodeRules.namesSayWhatAThingIs())),
    HTTP_STAYS_AT_THE_ENDPOINTS(all(EndpointRules.httpStaysAtTheEndpoints())),
    TEMPLATES_STAY_AT_THE_ENDPOINTS(all(EndpointRules.templatesStayAtTheEndpoints())),
    WORDS_ARE_READ_WHERE_THEY_ARE_SHOWN(all(EndpointRules.wordsAreReadWhereTheyAreShown())),
    TEMPLATES_GET_RECORDS_NEVER_ENTITIES(all(EndpointRules.templatesHoldNoEntity())),
    EVERY_ENDPOINT_IS_PUBLIC(all(EndpointRules.endpointsArePublic())),
    EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT(all(EndpointRules.endpointsSayWhoMayCall())),
    EVERY_QUERY_NAMES_WHOSE_ROWS_IT_READS(house -> faults(RowRules.queriesNameWhose(house), house)),
    ROWS_OF_ALL_APPLICATIONS_ARE_READ_ONLY_WITH_A_REASON(all(RowRules.allApplicationsOnlyWithAReason())),
    ENTITIES_KEEP_THEIR_FIELDS_PRIVATE(all(RowRules.entitiesKeepTheirFieldsPrivate())),
    ENTITIES_HAVE_NO_SETTERS(all(RowRules.entitiesHaveNoSetters())),
    ENTITIES_DO_NOT_FIND_THEMSELVES(all(RowRules.entitiesDoNotFindThemselves())),
    TIME_IS_HANDED_IN(all(CodeRules.timeIsHandedIn())),
    IDS_AND_RANDOMNESS_ARE_HANDED_IN(all(CodeRules.idsAndRandomnessAreHandedIn())),
    MONEY_IS_NEVER_A_FLOATING_POINT_NUMBER(all(CodeRules.noFloatingPoint())),
    DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR(all(CodeRules.constructorInjection()));

    private final Function<House, List<String>> held;

    HouseRule(Function<House, List<String>> held) {
        this.held = held;
    }

    /** What breaks the rule, one line each; empty when it is kept. */
    List<String> faults(House house) {
        return held.apply(house);
    }

    private static Function<House, List<String>> all(ArchRule rule) {
        return house -> faults(rule, house);
    }

    private static List<String> faults(ArchRule rule, House house) {
        return rule.evaluate(house.types()).getFailureReport().getDetails();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
