package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.testing.ApiContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The page of limits prints those of the document, which are those of the product ({@link DocumentedLimitsIT}). */
class LimitsPageTest {
    private static final Path PAGE = Path.of("docs/api/limits.md");
    private static final String BEGIN = "<!-- limits -->\n";
    private static final String END = "<!-- /limits -->";

    /** Writes the page when it is not what the document says, and fails once. */
    @Test
    void the_page_prints_the_limits_of_the_document() throws IOException {
        var page = Files.readString(PAGE);
        var printed = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + table(ApiContract.read().document())
                + page.substring(page.indexOf(END));

        if (!page.equals(printed)) {
            Files.writeString(PAGE, printed);
        }
        assertThat(page).isEqualTo(printed);
    }

    private static String table(JsonNode document) {
        var table = new StringBuilder("| body | field | limit |\n| --- | --- | --- |\n");
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getKey().startsWith("New")) {
                schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> row(table, schema.getKey(), field.getKey(), field.getValue()));
            }
        });
        var many = document.at(
                "/paths/~1payouts~1v1~1payment~1destinations/post/requestBody/content/application~1json/schema/oneOf/0");
        row(table, "destinations in a call", "", many);
        return table.toString();
    }

    private static void row(StringBuilder table, String body, String field, JsonNode said) {
        var limits = new ArrayList<String>();
        if (said.has("maxItems")) {
            limits.add(said.path("minItems").asInt() + " to "
                    + said.path("maxItems").asInt() + " entries");
        }
        if (said.has("maxLength")) {
            limits.add(said.path("minLength").asInt() + " to "
                    + said.path("maxLength").asInt() + " characters");
        }
        if (said.has("pattern")) {
            limits.add("`" + said.path("pattern").asText().replace("|", "\\|") + "`");
        }
        if (said.has("exclusiveMinimum")) {
            limits.add("more than " + said.path("exclusiveMinimum").asText());
        }
        if (!limits.isEmpty()) {
            table.append("| ")
                    .append(body)
                    .append(" | ")
                    .append(field.isEmpty() ? "" : "`" + field + "`")
                    .append(" | ")
                    .append(String.join(", ", limits))
                    .append(" |\n");
        }
    }
}
