package io.sarf.payouts.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reports what is invalid in every body: null as an array element, and unpaired surrogates. */
final class CheckedTokens extends JsonParserDelegate {
    private final ShapeFaults faults;

    CheckedTokens(JsonParser body, ShapeFaults faults) {
        super(body);
        this.faults = faults;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == JsonToken.VALUE_NULL && getParsingContext().inArray()) {
            faults.note(this, "must not be null");
        } else if (token == JsonToken.VALUE_STRING && !WireText.wellFormed(getText())) {
            faults.note(this, "must be Unicode: half of a surrogate pair stands alone");
        } else if (token == JsonToken.FIELD_NAME && !WireText.wellFormed(currentName())) {
            faults.note(this, "must have a name that is Unicode: half of a surrogate pair stands alone");
        }
        return token;
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        var token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }
}
