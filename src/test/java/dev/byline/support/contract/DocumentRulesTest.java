package dev.byline.support.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {

    @Test
    void whatAnOperationOwesIsNamedWhereItIsMissing() throws JsonProcessingException {
        assertEquals(
                List.of(
                        "POST /stories/{story} has no summary",
                        "POST /stories/{story} has no description",
                        "POST /stories/{story} has no tag",
                        "POST /stories/{story} has no description of parameter story",
                        "POST /stories/{story} has neither an example nor a default of parameter"
                                + " story",
                        "POST /stories/{story} has no example of its body",
                        "POST /stories/{story} has no schema for application/json of 400",
                        "POST /stories/{story} does not document 201, due for POST",
                        "POST /stories/{story} does not document 406, due for any operation",
                        "POST /stories/{story} does not document 422, due for a body",
                        "PUT /stories shares its operationId with another"),
                violations(
                        """
                        paths:
                          /stories/{story}:
                            post:
                              operationId: write
                              parameters: [{name: story, in: path, schema: {type: string}}]
                              requestBody: {content: {application/json: {schema: {}}}}
                              responses:
                                "400": {content: {application/json: {}}}
                                "401": {}
                                "404": {}
                                "413": {}
                                "415": {}
                                "500": {}
                                "503": {}
                          /stories:
                            put:
                              operationId: write
                              summary: Write
                              description: Writes.
                              tags: [Stories]
                              responses:
                                {"400": {}, "401": {}, "406": {}, "412": {}, "428": {}, "500": {},
                                 "503": {}}
                        """));
    }

    @Test
    void whatNoClientCanBeMadeOfIsNamedWithItsPlace() throws JsonProcessingException {
        var violations =
                violations(
                        """
                        paths:
                          /stories:
                            get:
                              responses:
                                "200":
                                  content:
                                    application/json: {schema: {$ref: "#/components/schemas/List"}}
                                "404": {$ref: "#/components/responses/Problem"}
                        components:
                          responses:
                            Problem:
                              content: {application/json: {schema: {properties: {}}}}
                          schemas:
                            List:
                              properties:
                                data: {type: array, items: {$ref: "#/components/schemas/Story"}}
                            Story:
                              properties:
                                next: {$ref: "#/components/schemas/Story"}
                                cover: {anyOf: [{$ref: "#/components/schemas/Cover"}, {type: "null"}]}
                                seo: {type: object, properties: {title: {type: string}}}
                            Cover: {properties: {}}
                        """);
        assertEquals(
                List.of(
                        "GET /stories has a union at \"/data/0/cover\"",
                        "GET /stories has an object without a name at \"/data/0/seo\"",
                        "GET /stories has an object without a name at \"\""),
                violations.stream().filter(violation -> violation.contains(" at ")).toList());
    }

    @Test
    void aCompleteOperationOwesNothing() throws JsonProcessingException {
        assertEquals(
                List.of(),
                violations(
                        """
                        paths:
                          /stories:
                            get:
                              operationId: list
                              summary: List
                              description: Lists.
                              tags: [Stories]
                              parameters:
                                - name: limit
                                  in: query
                                  description: How many
                                  schema: {$ref: "#/components/schemas/Limit"}
                              responses:
                                {"200": {}, "304": {}, "400": {}, "401": {}, "406": {}, "500": {},
                                 "503": {}}
                        components: {schemas: {Limit: {type: integer, default: 20}}}
                        """));
    }

    private static List<String> violations(String yaml) throws JsonProcessingException {
        return DocumentRules.violations(new YAMLMapper().readTree(yaml));
    }
}
