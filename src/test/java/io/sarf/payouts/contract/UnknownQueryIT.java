package io.sarf.payouts.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind the ? stands what the document says, and nothing else. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class UnknownQueryIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Clock clock;

    private Program program;

    @BeforeEach
    void a_back_end() {
        program = programs.program(companies.open(new PaperBank(clock)).scope());
    }

    @Test
    void every_operation_that_asks_names_what_it_knows_when_something_else_is_given() throws IOException {
        var lists = lists();

        assertThat(lists).hasSizeGreaterThan(5);
        lists.forEach((path, known) -> {
            var answer = get(path, "externalReference");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.jsonPath().getString("status")).isEqualTo("INVALID_PARAMETERS");
            assertThat(answer.jsonPath().getString("message")).endsWith(" field: externalReference");
            assertThat(named(answer)).as(path).isEqualTo(known);
        });
    }

    @Test
    void a_list_that_asks_nothing_takes_nothing() {
        var answer = get("/customers/v1/{customer}/payment-sources", "page");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("message")).contains("knows no query parameters");
    }

    private Response get(String path, String parameter) {
        return program.call()
                .queryParam(parameter, "1")
                .get(path.replaceAll("\\{[^}]*\\}", "00000000-0000-4000-8000-000000000000"));
    }

    private static TreeSet<String> named(Response answer) {
        var message = answer.jsonPath().getString("message");
        var names = message.substring(message.indexOf("knows ") + 6, message.indexOf(". field: "));
        return new TreeSet<>(List.of(names.split(", ")));
    }

    /** Each operation that reads anything behind the ?, with what the document says it reads. */
    private static Map<String, TreeSet<String>> lists() throws IOException {
        var lists = new TreeMap<String, TreeSet<String>>();
        new ObjectMapper()
                .readTree(Files.readString(Path.of("docs/api/openapi.json")))
                .path("paths")
                .fields()
                .forEachRemaining(path -> {
                    var known = new TreeSet<String>();
                    path.getValue().path("get").path("parameters").forEach(parameter -> known.addAll(query(parameter)));
                    if (!known.isEmpty()) {
                        lists.put(path.getKey(), known);
                    }
                });
        return lists;
    }

    private static List<String> query(JsonNode parameter) {
        return parameter.path("in").asText().equals("query")
                ? List.of(parameter.path("name").asText())
                : List.of();
    }
}
