package io.sarf.payouts.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void a_row_is_its_cells_with_commas_between_them_and_a_line_end_behind() {
        assertThat(Csv.row(List.of("one", "", "three"))).isEqualTo("one,,three\r\n");
    }

    @Test
    void a_cell_with_a_comma_a_semicolon_a_quote_or_a_line_end_is_quoted_and_its_quotes_are_doubled() {
        assertThat(Csv.row(List.of("a,b", "a;=b", "say \"yes\"", "two\nlines", "two\r\nmore")))
                .isEqualTo("\"a,b\",\"a;=b\",\"say \"\"yes\"\"\",\"two\nlines\",\"two\r\nmore\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_that_a_spreadsheet_would_reckon_with_is_kept_as_text(String cell) {
        assertThat(Csv.row(List.of(cell)).replace("\"", "")).isEqualTo("'" + cell + "\r\n");
    }

    @Test
    void what_only_holds_such_a_character_further_on_stays_as_it_is() {
        assertThat(Csv.row(List.of("a=1", "2-1", "amal@example.com"))).isEqualTo("a=1,2-1,amal@example.com\r\n");
    }
}
