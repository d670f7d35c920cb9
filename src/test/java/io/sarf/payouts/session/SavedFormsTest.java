package io.sarf.payouts.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SavedFormsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TAG = Pattern.compile("(\\{#field|<input)\\b[^>}]*");
    private static final Pattern SECRET = Pattern.compile("one-time-code|type=\"password\"|current-password");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"{]+)\"");

    @Test
    void every_field_that_a_page_asks_a_password_or_a_code_in_is_left_out() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/tags/"))
                    .toList()) {
                TAG.matcher(Files.readString(file).replaceAll("\\{#if [^}]*}|\\{/if}", ""))
                        .results()
                        .map(tag -> tag.group())
                        .filter(tag -> SECRET.matcher(tag).find())
                        .forEach(tag -> {
                            var name = NAME.matcher(tag);
                            assertThat(name.find()).as("%s: %s", file, tag).isTrue();
                            asked.add(name.group(1));
                        });
            }
        }

        assertThat(asked).contains("code", "otp", "password");
        assertThat(SavedForms.LEFT_OUT).containsAll(asked);
    }
}
