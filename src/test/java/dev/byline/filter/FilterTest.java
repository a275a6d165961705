package dev.byline.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.http.ProblemException;
import dev.byline.identity.Audience;
import dev.byline.identity.Caller;
import dev.byline.identity.Role;
import dev.byline.sql.Cost;
import dev.byline.sql.Sql;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final Caller READER = Caller.READER;
    private static final Caller MODERATOR = new Caller(UUID.randomUUID(), "m", Role.MODERATOR);
    private static final Caller EDITOR = new Caller(UUID.randomUUID(), "e", Role.EDITOR);

    private static final FilterRelation TAGS =
            new FilterRelation("tags", "tag x", "x.of", "id", false);
    private static final FilterRelation CHANGES =
            new FilterRelation("changes", "change x", "x.of", "id", true);

    private static final List<FilterField> FIELDS =
            List.of(
                    FilterField.text("title", "title").withParts(),
                    FilterField.text("summary", "summary").orNull(),
                    FilterField.number("wordCount", "words"),
                    FilterField.instant("publishedAt", "published").orNull(),
                    FilterField.bool("commentsOpen", "open"),
                    FilterField.id("id", "id"),
                    FilterField.choice("status", statuses()),
                    FilterField.text("slug", "x.slug").of(TAGS),
                    FilterField.text("by", "x.by").of(CHANGES).only(Audience.NEWSROOM),
                    FilterField.instant("at", "x.at").of(CHANGES).only(Audience.NEWSROOM),
                    FilterField.text("email", "email").only(Audience.MODERATORS));

    private static Map<String, Sql> statuses() {
        var statuses = new LinkedHashMap<String, Sql>();
        statuses.put("draft", Sql.of("is_draft"));
        statuses.put("published", Sql.of("live @> ?", 7));
        return statuses;
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "titel==x               | 0  | unknown-field    | did you mean \"title\"?",
                    "title==x;titel==x      | 9  | unknown-field    | did you mean \"title\"?",
                    "title==titel,titel==x  | 13 | unknown-field    | title",
                    "(title==x);(foobar==x) | 12 | unknown-field    | known are title, summary",
                    "'titel'==x             | 0  | unknown-field    | title",
                    "title=lik=x            | 5  | unknown-operator | \"=lik=\" is no operator",
                    "title=IN=x             | 5  | unknown-operator | did you mean \"=in=\"?",
                    "title=x                | 5  | syntax           | such as ==",
                    "title!x                | 5  | syntax           | This is no operator",
                    "title==a~b             | 8  | syntax           | in quotes",
                    "title==\"a             | 7  | syntax           | The quote that opens here",
                    "title==\"a\\\"         | 7  | syntax           | The quote that opens here",
                    "title                  | 5  | syntax           | Behind \"title\" an operator",
                    "==x                    | 0  | syntax           | name is missing",
                    "title==x;              | 9  | syntax           | missing at the end",
                    "title==x;;title==y     | 9  | syntax           | missing before this",
                    "title==x or title      | 17 | syntax           | Behind \"title\"",
                    "title==a b             | 9  | syntax           | stands in quotes",
                    "title==x AND title==y  | 9  | syntax           | Before \"AND\"",
                    "(title==x              | 0  | syntax           | bracket that opens here",
                    "((title==x)            | 0  | syntax           | bracket that opens here",
                    "title==x)              | 8  | syntax           | closes none",
                    "()                     | 1  | syntax           | missing before this bracket",
                    "title=in=(a,(b))       | 12 | syntax           | cannot open here",
                    "title==                | 5  | missing-value    | no value",
                    "title=in=()            | 5  | missing-value    | no value",
                    "title==x;wordCount=lt= | 18 | missing-value    | no value",
                    "title==(a,b)           | 10 | too-many-values  | use =in= or =out=",
                    "wordCount==abc         | 11 | wrong-value      | a whole number, and not with \"abc\"",
                    "wordCount=in=(1,1.5)   | 16 | wrong-value      | a whole number",
                    "publishedAt=ge=today   | 15 | wrong-value      | 2026-11-24T08:00:00Z",
                    "publishedAt=ge=2026-02-30 | 15 | wrong-value   | a date such as",
                    "publishedAt==2026-01-01 | 13 | wrong-value     | =ge= and =lt=",
                    "commentsOpen==yes      | 14 | wrong-value      | true or false",
                    "commentsOpen=gt=true   | 12 | wrong-operator   | takes == !=",
                    "id==x                  | 4  | wrong-value      | a UUID",
                    "id=lt=x                | 2  | wrong-operator   | takes == != =in= =out=",
                    "status==public         | 8  | wrong-value      | one of draft, published",
                    "status=null=true       | 6  | wrong-operator   | never null",
                    "title=null=true        | 5  | wrong-operator   | never null",
                    "summary=null=yes       | 13 | wrong-value      | true or false",
                    "summary==*x            | 9  | wrong-value      | by its beginning alone",
                    "title==a*b*            | 8  | wrong-value      | begin or end what == and != compare with",
                    "title=='a*b'           | 9  | wrong-value      | begin or end what",
                    "title=in=(a,b*)        | 13 | wrong-value      | begin or end what",
                    "title=gt=a*            | 10 | wrong-value      | begin or end what",
                    "title==(a,b*)          | 10 | too-many-values  | use =in= or =out=",
                    "title==*ab*            | 7  | wrong-value      | three characters",
                    "title==*ab             | 7  | wrong-value      | three characters",
                    "title==\"*\\**\"       | 8  | wrong-value      | three characters",
                    "title!=**              | 7  | wrong-value      | three characters",
                    "title==*東*            | 7  | wrong-value      | or two of Chinese",
                    "!title==a              | 0  | syntax           | before a bracket",
                    "!!(title==a)           | 0  | syntax           | before a bracket",
                    "title==a!(title==b)    | 8  | syntax           | is missing",
                    "!(title==a             | 1  | syntax           | not closed",
                    "!()                    | 2  | syntax           | missing before this bracket",
                    "!(title==a);!(titel==b) | 14 | unknown-field   | title",
                    "title=!(a)             | 5  | syntax           | This is no operator",
                })
        void what_it_cannot_understand_at_its_place(
                String text, int position, String code, String says) {
            assertFault(text, EDITOR, 400, position, code, says);
        }

        @Test
        void control_characters() {
            assertFault("title==a\tb", READER, 400, 8, "syntax", "control character");
            assertFault("title==\"a\nb\"", READER, 400, 9, "syntax", "control character");
        }

        @Test
        void what_is_too_long() {
            var text = "title==" + "x".repeat(FilterFields.MOST_CHARACTERS - 7);
            Filter.of(text, FIELDS, READER);
            assertFault(
                    text + "x", READER, 400, 2000, "too-long", "2,000 characters, and has 2,001");
        }

        @Test
        void what_is_nested_too_deep_before_it_is_parsed() {
            var deepest = "(".repeat(10) + "title=in=(x)" + ")".repeat(10);
            Filter.of(deepest, FIELDS, READER);
            assertFault("(" + deepest + ")", READER, 400, 10, "too-deep", "nested 10 deep");
            assertFault("(".repeat(1999), READER, 400, 10, "too-deep", "nested 10 deep");
            assertFault("(".repeat(5000), READER, 400, 2000, "too-long", "5,000");
        }

        @Test
        void what_has_too_many_comparisons() {
            var most = "title==x" + ";title==x".repeat(29);
            Filter.of(most, FIELDS, READER);
            assertFault(
                    most + ",title==x",
                    READER,
                    400,
                    most.length() + 6,
                    "too-many-comparisons",
                    "30 comparisons");
        }

        @Test
        void lists_of_too_many_values() {
            var most = "title=in=(x" + ",x".repeat(49);
            Filter.of(most + ")", FIELDS, READER);
            assertFault(
                    most + ",x)", READER, 400, most.length() + 1, "too-many-values", "50 values");
        }

        @Test
        void fields_that_are_not_for_the_caller() {
            assertFault("title==x;email==x", READER, 401, 9, "forbidden-field", "for moderators");
            Filter.of("email==x", FIELDS, MODERATOR);
            assertFault("changes.by==x", READER, 401, 0, "forbidden-field", "send a token");
            assertFault("changes.by==x", MODERATOR, 403, 0, "forbidden-field", "for the newsroom.");
            Filter.of("changes.by==x", FIELDS, EDITOR);
        }

        @Test
        void them_in_a_negation_too() {
            assertFault("!(email==x)", READER, 401, 2, "forbidden-field", "for moderators");
            assertFault("!(!(email==x))", READER, 401, 4, "forbidden-field", "for moderators");
        }

        @Test
        void negations_that_are_nested_too_deep() {
            var deepest = "!(".repeat(10) + "title==x" + ")".repeat(10);
            Filter.of(deepest, FIELDS, READER);
            assertFault("!(" + deepest + ")", READER, 400, 21, "too-deep", "nested 10 deep");
        }

        @Test
        void them_before_it_looks_at_what_they_are_compared_with() {
            assertFault("changes.at==x", READER, 401, 0, "forbidden-field", "for the newsroom");
        }

        @Test
        void what_is_wrong_without_the_parsers_own_words() {
            for (var text :
                    List.of("title", "==", "(", "title==x)", "title==(", "a b", "(title==x", ",")) {
                var detail = problem(text, READER).problem().detail();
                assertFalse(detail.matches("(?s).*(EOF|Encountered|UNRESERVED|jirutka).*"), detail);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title==x                    | title = ?",
                "title!=x                    | title <> ?",
                "summary!=x                  | summary is distinct from ?",
                "wordCount=lt=1              | words < ?",
                "wordCount<1                 | words < ?",
                "wordCount=le=1              | words <= ?",
                "wordCount<=1                | words <= ?",
                "wordCount=gt=1              | words > ?",
                "wordCount>1                 | words > ?",
                "wordCount=ge=1              | words >= ?",
                "wordCount>=1                | words >= ?",
                "title=in=(a,b)              | title in (?, ?)",
                "title=in=a                  | title in (?)",
                "title=out=(a,b)             | title not in (?, ?)",
                "summary=out=(a,b)           | summary not in (?, ?) or summary is null",
                "summary=null=true           | summary is null",
                "summary=null=false          | summary is not null",
                "title==x*                   | title ~ ?",
                "title==*                    | title ~ ?",
                "title!=*xyz*                | title !~ ?",
                "summary!=x*                 | summary !~ ? or summary is null",
                "!(summary==x)               | (summary = ?) is not true",
                "!(title==x;summary==y)      | ((title = ?) and (summary = ?)) is not true",
                "!(!(title==x),title==y)     | (((title = ?) is not true) or (title = ?)) is not true",
                "status==draft               | is_draft",
                "status!=draft               | not (is_draft)",
                "status=in=(draft,published) | (is_draft) or (live @> ?)",
                "status=out=(published)      | not (live @> ?)",
                "tags.slug==x     | exists (select 1 from tag x where x.of = id and (x.slug = ?))",
                "tags.slug!=x     | not exists (select 1 from tag x where x.of = id and (x.slug = ?))",
                "tags.slug=out=x  | not exists (select 1 from tag x where x.of = id and (x.slug in (?)))",
                "tags.slug=null=true | not exists (select 1 from tag x where x.of = id and (x.slug is not null))",
            })
    void turns_each_operator_into_sql(String text, String sql) {
        assertEquals(sql, Filter.of(text, FIELDS, EDITOR).condition().text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id==A,id==B;id==C        | (id = ?) or ((id = ?) and (id = ?))",
                "(id==A,id==B);id==C      | ((id = ?) or (id = ?)) and (id = ?)",
                "id==A and id==B or id==C | ((id = ?) and (id = ?)) or (id = ?)",
                "((id==A));((id==B))      | (id = ?) and (id = ?)",
            })
    void binds_and_closer_than_or(String text, String sql) {
        var ids = text.replaceAll("[ABC]", UUID.randomUUID().toString());
        assertEquals(sql, Filter.of(ids, FIELDS, READER).condition().text());
    }

    @Test
    void asks_for_a_related_row_of_its_own_by_each_comparison() {
        assertEquals(
                "id in (select x.of from tag x where (x.slug = ?)"
                        + " intersect select x.of from tag x where (x.slug = ?))",
                Filter.of("tags.slug==a;tags.slug==b", FIELDS, READER).condition().text());
    }

    @Test
    void asks_for_one_row_where_the_fields_of_a_relation_go_together() {
        assertEquals(
                "(title = ?) and (exists (select 1 from change x where x.of = id and ((x.by = ?) and (x.at >= ?))))",
                Filter.of("changes.by==a;title==t;changes.at>=2026-01-01", FIELDS, EDITOR)
                        .condition()
                        .text());
        assertEquals(
                List.of("t", "a", Instant.parse("2026-01-01T00:00:00Z")),
                Filter.of("changes.by==a;title==t;changes.at>=2026-01-01", FIELDS, EDITOR)
                        .condition()
                        .values());
    }

    @Test
    void takes_what_the_text_says_as_values_alone() {
        var evil = "'; drop table article; --";
        var filter = Filter.of("title==\"" + evil + "\"", FIELDS, READER);
        assertEquals(Sql.of("title = ?", evil), filter.condition());
        assertEquals(List.of("?"), values("title==?"));
        assertEquals(List.of("?", ") or (1=1"), values("title=in=('?',') or (1=1')"));
    }

    @Test
    void reads_values_by_the_type_of_the_field() {
        assertEquals(List.of(-12L), values("wordCount==-12"));
        assertEquals(List.of(100L), values("wordCount==1e2"));
        assertEquals(List.of(3L), values("wordCount==3.0"));
        assertEquals(List.of(Long.MAX_VALUE), values("wordCount==99999999999999999999"));
        assertEquals(List.of(true), values("commentsOpen==true"));
        assertEquals(
                List.of(Instant.parse("2026-01-01T00:00:00Z")),
                values("publishedAt=ge=2026-01-01"));
        assertEquals(
                List.of(Instant.parse("2026-01-01T06:00:00Z")),
                values("publishedAt==2026-01-01T08:00:00+02:00"));
        assertEquals(List.of("it's \"so\" \\"), values("title==\"it's \\\"so\\\" \\\\\""));
        assertEquals(List.of("Zürich 🎉"), values("title=='Zürich 🎉'"));
    }

    @Test
    void takes_a_star_at_an_end_for_whatever_is_there_and_nothing_else_for_a_pattern() {
        assertEquals(List.of("^50\\%\\_\\\\"), values("title==\"50%_\\\\*\""));
        assertEquals(List.of("^[Aa] [Nn][Ii]"), values("title==\"A ni*\""));
        assertEquals(List.of("5* hotel*"), values("title==\"5\\* hotel\\*\""));
        assertEquals(List.of("^5\\*"), values("title==\"5\\**\""));
        assertEquals(List.of("\\.\\*ß1"), values("title==\"*.\\*ß1*\""));
        assertEquals(List.of("[Ää]🎉[Δδ]$"), values("title==*ä🎉Δ"));
        assertEquals(List.of("東京"), values("title==*東京*"));
        assertEquals(List.of("İı3"), values("title==*İı3*"));
        assertEquals(List.of("%"), values("title==%"));
    }

    @Test
    void tells_what_it_costs() {
        assertEquals(Cost.SEARCH, cost("title==*abc*"));
        assertEquals(Cost.SCAN, cost("title==*a-b-c*"));
        assertEquals(Cost.SEARCH, cost("!(title==a)"));
        assertEquals(Cost.SCAN, cost("!(tags.slug==a)"));
        assertEquals(Cost.LOW, cost("tags.slug==a"));
    }

    private static Cost cost(String text) {
        return Filter.of(text, FIELDS, READER).cost();
    }

    @Test
    void tells_which_fields_were_asked_for() {
        var filter = Filter.of("(title==a,tags.slug==b);title==c", FIELDS, READER);
        assertEquals(Set.of("title", "tags.slug"), filter.fields());
    }

    private static List<Object> values(String text) {
        return Filter.of(text, FIELDS, READER).condition().values();
    }

    private static void assertFault(
            String text, Caller caller, int status, int position, String code, String says) {
        var problem = problem(text, caller).problem();
        var fault = problem.errors().getFirst();
        assertEquals(status, problem.status(), problem.detail());
        assertEquals(code, fault.code(), problem.detail());
        assertEquals("filter", fault.parameter());
        assertEquals(position, fault.position(), problem.detail());
        assertTrue(problem.detail().contains(says), problem.detail());
    }

    private static ProblemException problem(String text, Caller caller) {
        return assertThrows(ProblemException.class, () -> Filter.of(text, FIELDS, caller), text);
    }
}
