package io.sarf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProfileSettingsTest {
    @TestProfile(AtRandom.class)
    private static final class WithoutNudges {}

    private static final class WithoutProfile {}

    private final ProfileSettings settings = new ProfileSettings();

    @AfterEach
    void clear() {
        new AtRandom().getConfigOverrides().keySet().forEach(System::clearProperty);
    }

    @Test
    void settings_of_a_profile_whose_start_failed_are_gone_when_another_profile_begins() {
        settings.startedClass(WithoutNudges.class);
        startThatFails();

        settings.startedClass(WithoutProfile.class);

        assertThat(new AtRandom().getConfigOverrides().keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(System.getProperty(key)).isNull());
    }

    @Test
    void what_was_set_before_a_profile_is_set_again_after_it() {
        System.setProperty("sarf.nudges", "true");
        settings.startedClass(WithoutNudges.class);
        startThatFails();

        settings.startedClass(WithoutProfile.class);

        assertThat(System.getProperty("sarf.nudges")).isEqualTo("true");
    }

    @Test
    void settings_stay_while_classes_of_the_same_profile_follow() {
        settings.startedClass(WithoutNudges.class);
        startThatFails();

        settings.startedClass(WithoutNudges.class);

        assertThat(System.getProperty("sarf.nudges")).isEqualTo("false");
    }

    /** As Quarkus does, which takes them back only from an application that has started. */
    private static void startThatFails() {
        new AtRandom().getConfigOverrides().forEach(System::setProperty);
    }
}
