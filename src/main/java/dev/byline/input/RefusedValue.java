package dev.byline.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.byline.http.FaultCode;
import dev.byline.http.ProblemType;

/// A value that is right as JSON, and that the API does not take, with the reason.
final class RefusedValue extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final FaultCode code;

    /// @param detail as it follows the name of the property: `must not …`
    RefusedValue(JsonParser parser, ProblemType type, FaultCode code, String detail) {
        super(parser, detail);
        this.type = type;
        this.code = code;
    }

    ProblemType type() {
        return type;
    }

    FaultCode code() {
        return code;
    }

    String detail() {
        return getOriginalMessage();
    }
}
