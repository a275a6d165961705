package dev.byline.fulltext;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.byline.analysis.Analyzer;
import dev.byline.analysis.Indexed;
import dev.byline.analysis.Sequence;
import dev.byline.analysis.Stemming;
import dev.byline.list.SearchTerms;
import dev.byline.support.Given;
import dev.byline.support.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.Driver;

/// Every word that somebody would type finds the text that it stands in, whatever its script and
/// whatever signs are beside it, and whatever the locale of the database.
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WordsTest {

    @Inject DataSource database;

    private final Given given = new Given();

    private record Text(String language, String body, String words) {
        List<String> asked() {
            return List.of(words.split("\\|"));
        }
    }

    static Stream<Text> texts() {
        return Stream.of(
                new Text(
                        "en",
                        "“Zebras” run—lions… ‘sleep’\u00a0well; naïve",
                        "zebra|Lions|sleep|well|naive|\"lions sleep\""),
                new Text(
                        "en",
                        "They don’t know it's children’s work",
                        "don't|don’t|it's|children|children’s|\"don't know\""),
                new Text(
                        "en",
                        "“Social media” on Wi\u2011Fi, state\u2010of\u2010the\u2010art",
                        "“social media”|Wi-Fi|wi\u2013fi|state-of-the-art|„art“|«social media»"),
                new Text(
                        "en",
                        "Challenge.gov and node.js since 2010\u20132015, 2016-2018, Covid-19",
                        "challenge|challenge.gov|gov|node|node.js|2015|2010|2018|covid 19|covid-19|\"covid 19\""),
                new Text(
                        "en",
                        "C++ and C# at joe.doe@mail.example.org, @handle, https://example.com/a/path?x=1 or /usr/local/bin",
                        "C++|c#|joe|doe|joe.doe@mail.example.org|mail.example.org|@handle|handle|https://example.com/a/path?x=1|example.com|path|/usr/local/bin|local|usr/local"),
                new Text(
                        "en",
                        "soft\u00adhy\u00adphen zero\u200bwidth, em\u2003space thin\u2009space, R&D at AT&T; 100% of 3.5 kg (H₂O)",
                        "softhyphen|zerowidth|em|space|thin|R&D|AT&T|100%|3.5|H2O|kg"),
                new Text(
                        "en",
                        "To be, or not to be: that is the question",
                        "\"to be or not to be\"|to be or not to be|“that is the”|question"),
                new Text("en", "A party 🎉 with 👩‍💻 and ❤️", "🎉|👩‍💻|❤|party"),
                new Text(
                        "de",
                        "Die »Löwen« und Großväter—Städte; ‚Häuser‘, Straßen",
                        "Löwe|grossvater|stadt|haus|strasse|STRASSEN"),
                new Text(
                        "fr",
                        "L’été, «\u00a0zèbres\u00a0» d'accord\u202f! L’œuvre de l’homme",
                        "été|ete|l'été|zebre|ZÈBRES|accord|d’accord|oeuvre|œuvre|homme"),
                new Text("es", "¿Qué? ¡Niños! El corazón", "niño|NINOS|corazon"),
                new Text("it", "Dell’arte, perché no: città", "arte|dell'arte|citta|perché"),
                new Text("pt", "São “corações” à-toa", "corações|coracoes|sao|toa"),
                new Text("pl", "Żółte łódki—„gęś”", "żółte|zolte|lodki|łódki|gęś|ges"),
                new Text("tr", "İstanbul’da IŞIK ve ığdır", "istanbul|ışık|isik|IĞDIR"),
                new Text(
                        "ru",
                        "«Ёлки» — МОСКВА, йод; в городах",
                        "елки|ёлка|москва|МОСКВЫ|город|йод"),
                new Text("el", "«Ο ΣΟΦΌΣ» άνθρωπος…", "σοφός|σοφοσ|ανθρωπος|ΑΝΘΡΩΠΟΣ"),
                new Text(
                        "he",
                        "שָׁלוֹם עֲלֵיכֶם, בֵּית־סֵפֶר וצה״ל",
                        "שלום|שָׁלוֹם|עליכם|בית ספר|בית־ספר|ספר"),
                new Text("ar", "السَّلامُ عَلَيْكُم، مدرسـة", "السلام|عليكم|مدرسة"),
                new Text("hi", "हिन्दी में लिखी किताबें।", "हिन्दी|किताबें|किताब"),
                new Text("zh", "北京大学的学生在图书馆看书。", "北京|大学|北京大学|图书馆|书|看书|学生"),
                new Text("ja", "東京都でコンピューターを買いました。", "東京|東京都|コンピューター|ｺﾝﾋﾟｭｰﾀｰ|都|買いました"),
                new Text("th", "ภาษาไทยเขียนติดกัน", "ภาษา|ไทย|ภาษาไทย|เขียน"),
                new Text("km", "ភាសាខ្មែរ", "ភាសា|ខ្មែរ"),
                new Text("my", "မြန်မာဘာသာ", "မြန်မာ|ဘာသာ"),
                new Text("ko", "대한민국 “서울” 뉴스", "서울|대한민국|뉴스"),
                new Text(
                        "ko",
                        "대한민국은 서울에서 “한국은행”을 물에 \u1112\u1161\u11a8\u1100\u116d\u110b\u1166",
                        "대한민국|서울|한국|은행|한국은행|물|학교|\u1112\u1161\u11ab\u1100\u116e\u11a8"),
                new Text("jv", "ꦲꦏ꧀ꦱꦫꦗꦮ", "ꦲꦏ꧀ꦱꦫ|ꦗꦮ"),
                new Text("fa", "کتاب ایران ۱۴۰۳ ہے", "کتاب|كتاب|ايران|1403|۱۴۰۳|١٤٠٣|هے"),
                new Text("th", "พ.ศ. ๒๕๖๗", "2567|๒๕๖๗"),
                new Text("hi", "सन् २०२४", "2024|२०२४"),
                new Text("en", "Since C++17 the", "C++|C++17|c"),
                new Text("vi", "Tiếng Việt—đường phố", "tiếng|tieng viet|đường|duong"));
    }

    private ValidatableResponse search(String q) {
        return given.reader()
                .queryParam("q", q)
                .queryParam("fields", "slug,title,highlights")
                .get("/articles")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void find_their_text(Text text) {
        given.article().titled("Another").with("body", "Nothing of it").published();
        var found =
                given.article()
                        .titled("One")
                        .with("language", text.language)
                        .with("body", text.body.replace("#", "\\#").replace("*", "\\*"))
                        .published();
        for (var q : text.asked()) {
            search(q)
                    .body("data.slug as String", equalTo("[" + found.slug() + "]"))
                    .body("search.ignored", empty())
                    .body("search.corrected", equalTo(null))
                    .body("data[0].highlights.body.places", not(empty()));
        }
    }

    /// Words, as the database alone compares them, under every locale that it has to offer.
    @Test
    void find_their_text_under_every_locale() throws SQLException {
        for (var locale : locales()) {
            execute("drop database if exists elsewhere");
            execute("create database elsewhere template template0 encoding 'UTF8' " + locale);
            try (var connection = connect("elsewhere")) {
                for (var text : texts().toList()) {
                    for (var q : text.asked()) {
                        assertTrue(finds(connection, text, q), locale + text + q);
                    }
                }
            }
        }
        execute("drop database elsewhere");
    }

    private List<String> locales() throws SQLException {
        var locales = new ArrayList<>(List.of("locale 'C'", "lc_collate 'C' lc_ctype 'C.UTF-8'"));
        try (var connection = database.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select collname from pg_collation where collname in ('und-x-icu', 'pg_c_utf8')")) {
            while (rows.next()) {
                locales.add(
                        rows.getString(1).equals("und-x-icu")
                                ? "locale_provider icu icu_locale 'und' locale 'C'"
                                : "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'");
            }
        }
        assertTrue(locales.size() >= 2);
        return locales;
    }

    private static boolean finds(Connection connection, Text text, String q) throws SQLException {
        var indexed = Indexed.of(text.language, List.of(new Indexed.Text('D', text.body)));
        var search = SearchQueries.of(SearchTerms.of(q), q, List.of(Stemming.of(text.language)));
        try (var statement = connection.prepareStatement("select ?::tsvector @@ ?::tsquery")) {
            statement.setString(1, indexed.words());
            statement.setString(2, search.wanted());
            var rows = statement.executeQuery();
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String name) throws SQLException {
        var config = org.eclipse.microprofile.config.ConfigProvider.getConfig();
        var properties = new Properties();
        config.getOptionalValue("quarkus.datasource.username", String.class)
                .ifPresent(user -> properties.put("user", user));
        config.getOptionalValue("quarkus.datasource.password", String.class)
                .ifPresent(password -> properties.put("password", password));
        var url = config.getValue("quarkus.datasource.jdbc.url", String.class);
        return new Driver()
                .connect(url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"), properties);
    }

    @ParameterizedTest
    @CsvSource({
        "node.js, 'A <mark>node.js</mark> server, and a node'",
        "東京都, <mark>東京都</mark>と京都",
        "京都, 東<mark>京都</mark>と<mark>京都</mark>",
        "都, 東京<mark>都</mark>と京<mark>都</mark>",
        "don't, I <mark>don’t</mark> do it",
        "C++, '<mark>C++</mark>, C'",
        "\"to be or not to be\", '<mark>To</mark> <mark>be</mark>, <mark>or</mark> <mark>not</mark> <mark>to</mark> <mark>be</mark> in it'",
        "שלום, “<mark>שָׁלוֹם</mark>”",
        "party, '😀 <mark>party</mark>—now'",
        "👍, 'Up <mark>👍🏽</mark>!'",
        "❤, 'A <mark>❤\uFE0F</mark> for you'",
        "👩🏽‍💻, '<mark>👩🏽‍💻</mark> at work'",
        "서울, '<mark>서울</mark>에서'",
        "zebra, 'A <mark>zebra</mark>\u200b lion'",
    })
    void are_marked_where_they_stand(String q, String html) {
        given.article().titled(html.replaceAll("</?mark>", "")).published();
        search(q).body("data[0].highlights.title.html", equalTo(html));
    }

    @ParameterizedTest
    @CsvSource({"C++, C", "京, 東北", "\"to be or not\", not be to or"})
    void find_nothing_else(String q, String title) {
        given.article().titled(title).published();
        search(q).body("data", empty());
    }

    @Test
    void of_every_text_are_told_where_they_are_too_common() {
        given.article().titled("The night of it").with("language", "en").published();
        given.article().titled("The xx").with("language", "xx").published();
        search("the night").body("search.ignored", contains("the"));
        search("the").body("search.ignored", hasItem("the"));
        search("\"night of it\"").body("search.ignored", empty());
        search("\"night to it\"").body("data", empty());
        search("\"the night\"").body("search.ignored", contains("the"));
        search("\"of it\"")
                .body("search.ignored", empty())
                .body("data.title", contains("The night of it"));
    }

    @Test
    void are_the_same_however_they_are_typed() {
        assertEquals(
                terms("\"social media\" don't wi-fi"), terms("“social media„ don’t wi\u2011fi"));
        assertEquals(terms("night -train"), terms("night\u00a0\u2013train"));
    }

    private static String terms(String q) {
        return SearchTerms.of(q).toString();
    }

    @Test
    void are_no_longer_than_a_tsvector_holds() throws SQLException {
        var body = new StringBuilder();
        for (var n = 0; n < 150_000; n++) {
            body.append("Zürich").append(n).append(' ');
        }
        var sequence = Sequence.of("zürich1", new Analyzer(Stemming.GERMAN), false).orElseThrow();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select ?::tsvector @@ ?::tsquery")) {
            var texts =
                    List.of(
                            new Indexed.Text('A', "x".repeat(5000)),
                            new Indexed.Text('D', body.toString()));
            statement.setString(1, Indexed.of("de", texts).words());
            statement.setString(2, sequence.tsquery());
            var rows = statement.executeQuery();
            rows.next();
            assertTrue(rows.getBoolean(1));
        }
    }
}
