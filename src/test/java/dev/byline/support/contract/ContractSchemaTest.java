package dev.byline.support.contract;

import static dev.byline.support.contract.Sample.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies against schemas, with what is new in 3.1 in particular: a validator made for 3.0 lets
/// most of it pass without a word.
class ContractSchemaTest {

    private static final String STORY = "/api/v1/stories/a-night";

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /title           | 7                      | integer found, string expected
                    /title           | null                   | null found, string expected
                    /title           | ""                     | at least 1 character
                    /id              | "019329c4"             | uuid
                    /publishedAt     | "2026-11-24 08:00"     | date-time
                    /publishedAt     | "2026-02-30T08:00:00Z" | date-time
                    /publishedAt     | "2026-11-24T08:00:00"  | date-time
                    /canonicalUrl    | "not a uri"            | uri
                    /canonicalUrl    | "/relative"            | uri
                    /slug            | "A Night"              | pattern
                    /status          | "lost"                 | enumeration
                    /wordCount       | "412"                  | string found, integer expected
                    /wordCount       | 412.5                  | number found, integer expected
                    /authors         | null                   | null found, array expected
                    /authors         | []                     | at least 1 item
                    /authors/0       | {"email": null}        | required property 'name' not found
                    /authors/0/email | "dani"                 | email
                    /tags            | ["a", "a"]             | unique
                    /summary         | 7                      | integer found, [string, null] expected
                    /nullable        | null                   | null found, string expected
                    /kind            | "essay"                | constant value
                    /wordCount       | 0                      | exclusive minimum value of 0
                    /span            | ["a", 3]               | integer found, string expected
                    /span            | ["a", "b", "c"]        | index '2' is not defined
                    /cover           | {"image": "a.jpg"}     | 'alt'
                    /reference       | "ab"                   | at least 3 characters
                    /reference       | "ABC"                  | pattern
                    /rating/stars    | 6                      | maximum value of 5
                    /contributor     | {"role": "editor"}     | required property 'name' not found
                    /contributor     | false                  | null expected
                    """)
    void aWrongValueIsRefused(String pointer, String value, String reason) {
        var violations = reading(STORY).body(pointer, value).violations();
        assertTrue(violations.toString().contains(reason), violations::toString);
        assertTrue(violations.toString().contains("body at \"" + pointer), violations::toString);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    /summary         | "Late."
                    /authors/0/email | null
                    /publishedAt     | "2026-11-24T09:00:00.125+01:00"
                    /canonicalUrl    | "https://example.org/a"
                    /kind            | "story"
                    /wordCount       | 1
                    /span            | ["a", "b"]
                    /cover           | {"image": "a.jpg", "alt": "A hall"}
                    /reference       | "abc"
                    /rating          | {"scale": 10, "stars": 6}
                    /contributor     | null
                    /extra           | {}
                    """)
    void aRightValuePasses(String pointer, String value) {
        assertEquals(List.of(), reading(STORY).body(pointer, value).violations());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shoeSize",
                "/authors/0/shoeSize",
                "/cover/shoeSize",
                "/contributor/shoeSize",
                "/rating/shoeSize"
            })
    void aPropertyThatNoSchemaDescribesIsRefused(String pointer) {
        var violations = reading(STORY).body(pointer, "44").violations();
        assertTrue(violations.toString().contains("'shoeSize'"), violations::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "publishedAt", "summary"})
    void aMissingPropertyIsRefused(String name) {
        var story = reading(STORY);
        var violations = story.body(story.body().replace("\"" + name + "\"", "\"x\"")).violations();
        assertTrue(
                violations.toString().contains("required property '" + name + "' not found"),
                violations::toString);
    }
}
