package io.sarf.payouts;

import static io.sarf.payouts.WrongHouse.climbing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the house finds what it is there for, and says it. */
class ArchitectureRulesBiteTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void the_rule_finds_what_is_wrong_and_says_it(HouseRule rule) {
        var wrong = wrong(rule);
        var told = String.join("\n", rule.faults(wrong.built(folder)));

        assertThat(told).as(rule.toString()).contains(wrong.says());
    }

    /** Names every rule: one that is added without wrong code to find does not compile. */
    private static WrongHouse wrong(HouseRule rule) {
        return switch (rule) {
            case A_FLOOR_NAMES_ONLY_FLOORS_BELOW_IT -> climbing().andSays("payout is not below destination");
            case FEATURES_IMPORT_WHAT_THE_PLAN_ALLOWS_AND_NOTHING_ELSE -> WrongFloors.upwards();
            case THE_PLAN_IN_THE_DOCS_IS_THE_ONE_THAT_IS_KEPT -> WrongFloors.unlisted();
            case THE_PRODUCT_KNOWS_NOTHING_OF_WHAT_IS_APART -> WrongFloors.shortcut();
            case WHAT_IS_APART_KNOWS_NOTHING_OF_THE_PRODUCT -> WrongFloors.peeking();
            case A_TYPE_IS_PUBLIC_ONLY_WHEN_ANOTHER_FEATURE_READS_IT -> WrongFloors.loud();
            case A_PACKAGE_HAS_AT_MOST_THIRTY_TYPES -> WrongFloors.crowd();
            case EVERY_PACKAGE_SAYS_WHAT_IT_OWNS_AND_IS_NULL_MARKED -> WrongFloors.mute();
            case FILES_AND_METHODS_FIT_ON_A_FEW_SCREENS -> WrongFloors.tall();
            case WHAT_SOMEBODY_LOOKS_FOR_IS_NO_PATTERN -> WrongRows.guessing();
            case NAMES_SAY_WHAT_A_THING_IS -> WrongCode.misnamed();
            case HTTP_STAYS_AT_THE_ENDPOINTS -> WrongEndpoints.answering();
            case TEMPLATES_STAY_AT_THE_ENDPOINTS -> WrongEndpoints.painting();
            case WORDS_ARE_READ_WHERE_THEY_ARE_SHOWN -> WrongEndpoints.talking();
            case TEMPLATES_GET_RECORDS_NEVER_ENTITIES -> WrongEndpoints.entityOnPage();
            case EVERY_ENDPOINT_IS_PUBLIC -> WrongEndpoints.hidden();
            case EVERY_ENDPOINT_SAYS_WHO_MAY_CALL_IT -> WrongEndpoints.unguarded();
            case EVERY_QUERY_NAMES_WHOSE_ROWS_IT_READS -> WrongRows.everybodys();
            case ROWS_OF_ALL_APPLICATIONS_ARE_READ_ONLY_WITH_A_REASON -> WrongRows.greedy();
            case ENTITIES_KEEP_THEIR_FIELDS_PRIVATE -> WrongRows.open();
            case ENTITIES_HAVE_NO_SETTERS -> WrongRows.settable();
            case ENTITIES_DO_NOT_FIND_THEMSELVES -> WrongRows.findingItself();
            case TIME_IS_HANDED_IN -> WrongCode.impatient();
            case IDS_AND_RANDOMNESS_ARE_HANDED_IN -> WrongCode.dice();
            case MONEY_IS_NEVER_A_FLOATING_POINT_NUMBER -> WrongCode.floating();
            case DEPENDENCIES_COME_THROUGH_THE_CONSTRUCTOR -> WrongCode.fed();
        };
    }
}
