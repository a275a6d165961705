package bench;

import dev.byline.analysis.Indexed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// Fills the tables: always with the same, by `COPY`, without the triggers, foreign keys and
/// indexes that only cost meanwhile. What the search reads is written as the server writes it.
final class Fill {
    private static final int CHUNK = 1_000;
    private static final int THREADS = 2;

    /// Of those that are kept for misspelt ones.
    private static final int SHORTEST_WORD = 4;

    /// Left out are those that belong to a primary key or a unique constraint.
    private static final String INDEXES =
            """
            select %s from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace and not i.indisunique
            and not exists (select 1 from pg_constraint k where k.conindid = c.oid)
            and i.indrelid <> 'flyway_schema_history'::regclass order by 1
            """;

    private static final String CONSTRAINTS =
            """
            select %s from pg_constraint k
            where k.connamespace = 'public'::regnamespace and k.contype in ('f', 'x') order by 1
            """;

    private static final String TRIGGERS =
            """
            select distinct format('alter table %%s %s trigger user', tgrelid::regclass)
            from pg_trigger where not tgisinternal order by 1
            """;

    private static final String TEXTS =
            """
            select r.id, r.language, r.title, coalesce(r.summary, ''), r.body_text
            from article a join revision r on r.article_id = a.id
            where a.id = any(?) and (r.live_from is not null or r.number = a.newest_revision)
            """;

    private static final String SEARCHED =
            """
            insert into search_document (revision_id, article_id, number, newest, trashed, live_from, live_until,
                published_at, language, stemming, ranking, words)
            select r.id, r.article_id, r.number, r.number = a.newest_revision, a.trashed_at is not null, r.live_from,
                r.live_until, a.published_at, r.language, ?, ?::tsvector, ?::tsvector
            from revision r join article a on a.id = r.article_id where r.id = ?
            """;

    private static final String LISTED =
            "select relist(id) from article where published_at is not null";

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private static final String DROP_INDEX = INDEXES.formatted("'drop index ' || c.oid::regclass");
    private static final String ADD_INDEX = INDEXES.formatted("pg_get_indexdef(c.oid)");
    private static final String DROP_CONSTRAINT =
            CONSTRAINTS.formatted(
                    "format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname)");
    private static final String ADD_CONSTRAINT =
            CONSTRAINTS.formatted(
                    "format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname,"
                            + " pg_get_constraintdef(k.oid))");

    private static final String ADMINISTRATOR =
            """
            with admin as (
                insert into account (id, version, name, role, created_at)
                values (gen_random_uuid(), 0, 'admin', 'ADMIN', now()) returning id
            )
            insert into token (id, account_id, name, hash, created_at)
            select gen_random_uuid(), id, 'bench', sha256(convert_to('%s', 'UTF8')), now() from admin
            """;

    private final Postgres postgres;
    private final int stories;
    private final Vocabulary vocabulary = new Vocabulary();

    /// In how many live articles the word of each rank stands.
    private final AtomicIntegerArray spread = new AtomicIntegerArray(Vocabulary.SIZE);

    private final boolean[] published = new boolean[Vocabulary.SIZE];

    private final Map<String, Integer> ranks = new HashMap<>();

    final List<Remark> remarks = Remark.all(vocabulary);
    final List<String> authors;
    final List<String> tags;
    final String account;

    /// @param token the administrator's
    Fill(Postgres postgres, int stories, String token) {
        this.postgres = postgres;
        this.stories = stories;
        postgres.set("max_wal_size = '8GB'");
        postgres.run("select pg_reload_conf()");
        postgres.migrate();
        postgres.run(ADMINISTRATOR.formatted(token));
        for (int rank = 0; rank < Vocabulary.SIZE; rank++) {
            ranks.putIfAbsent(vocabulary.at(rank), rank);
        }
        postgres.run(named("author", Story.AUTHORS), named("tag", Story.TAGS));
        authors = postgres.texts("select id from author order by slug");
        tags = postgres.texts("select id from tag order by slug");
        account = postgres.texts("select id from account").getFirst();
    }

    private static String named(String table, int count) {
        return """
        insert into %1$s (id, version, slug, name, created_at, updated_at)
        select overlay(md5('%1$s' || i)::text placing '7' from 13)::uuid, 0,
            '%1$s-' || to_char(i, 'FM0000'), initcap('%1$s') || ' number ' || i,
            timestamptz '2015-01-01 00:00:00Z', timestamptz '2015-01-01 00:00:00Z'
        from generate_series(0, %2$d) i
        """
                .formatted(table, count - 1);
    }

    void run(Path facts) throws IOException {
        var indexes = postgres.texts(ADD_INDEX);
        var constraints = postgres.texts(ADD_CONSTRAINT);
        postgres.texts(DROP_CONSTRAINT).forEach(sql -> postgres.run(sql));
        postgres.texts(DROP_INDEX).forEach(sql -> postgres.run(sql));
        postgres.texts(TRIGGERS.formatted("disable")).forEach(sql -> postgres.run(sql));
        copy();
        postgres.texts(TRIGGERS.formatted("enable")).forEach(sql -> postgres.run(sql));
        add(indexes);
        add(constraints);
        postgres.run(LISTED, "select sum_up_listed_counts()");
        postgres.run("vacuum (analyze, freeze)", "checkpoint");
        postgres.reset("max_wal_size");
        postgres.restart();
        write(facts);
    }

    private void add(List<String> statements) {
        for (var sql : statements) {
            System.err.println(sql);
            postgres.run("set maintenance_work_mem = '1GB'", sql);
        }
    }

    private void copy() {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> copy(next)));
            }
            for (var one : running) {
                one.get();
            }
            words();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void copy(AtomicInteger next) throws SQLException, IOException {
        try (var connection = postgres.connect()) {
            connection.createStatement().execute("set synchronous_commit = off");
            int begin;
            while ((begin = next.getAndAdd(CHUNK)) < stories) {
                var chunk = new Chunk(this);
                for (int i = begin + 1; i <= Math.min(begin + CHUNK, stories); i++) {
                    chunk.add(new Story(i, stories, vocabulary));
                }
                chunk.copy(connection);
                index(connection, chunk);
                if (begin % 50_000 == 0) {
                    System.err.printf("%,d of %,d articles%n", begin, stories);
                }
            }
        }
        return null;
    }

    private static void index(Connection connection, Chunk chunk) throws SQLException {
        try (var texts = connection.prepareStatement(TEXTS);
                var searched = connection.prepareStatement(SEARCHED)) {
            texts.setArray(1, connection.createArrayOf("uuid", chunk.ids()));
            var rows = texts.executeQuery();
            while (rows.next()) {
                var indexed =
                        Indexed.of(
                                rows.getString(2),
                                List.of(
                                        new Indexed.Text('A', rows.getString(3)),
                                        new Indexed.Text('B', rows.getString(4)),
                                        new Indexed.Text('D', rows.getString(5))));
                searched.setString(1, indexed.stemming().label());
                searched.setString(2, indexed.ranking());
                searched.setString(3, indexed.words());
                searched.setObject(4, rows.getObject(1));
                searched.addBatch();
            }
            searched.executeBatch();
        }
    }

    /// Takes note of the words of a text that readers got, each once.
    ///
    /// @param live whether they get it now
    void count(String text, boolean live) {
        var seen = new HashSet<Integer>();
        for (var word : text.toLowerCase().split("[^a-z]+")) {
            var rank = ranks.get(word);
            if (rank != null && seen.add(rank)) {
                published[rank] = true;
                spread.addAndGet(rank, live ? 1 : 0);
            }
        }
    }

    /// The words that a misspelt one may have meant.
    private void words() throws SQLException, IOException {
        var rows = new Rows("search_word (word)");
        for (int rank = 0; rank < Vocabulary.SIZE; rank++) {
            var word = vocabulary.at(rank);
            if (published[rank] && word.length() >= SHORTEST_WORD) {
                rows.add(word);
            }
        }
        try (var connection = postgres.connect()) {
            rows.copy(connection);
        }
    }

    /// The words that are searched for.
    private void write(Path facts) throws IOException {
        var common = word(0.01);
        var words = new Properties();
        words.setProperty("common", common);
        words.setProperty("rare", word(0.0001));
        words.setProperty("misspelt", Vocabulary.misspelt(common));
        try (var writer = Files.newBufferedWriter(facts)) {
            words.store(writer, null);
        }
    }

    /// The word that stands in the share of the articles, or nearest to it, of those that no
    /// stemmer takes an end off: whoever asks for one asks the same in each language.
    private String word(double share) {
        double wanted = Math.max(1, share * stories);
        return IntStream.range(100, Vocabulary.SIZE)
                .filter(i -> spread.get(i) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(spread.get(i) - wanted)))
                .map(vocabulary::at)
                .filter(word -> LANGUAGES.stream().allMatch(language -> keeps(language, word)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean keeps(String language, String word) {
        var title = List.of(new Indexed.Text('A', word));
        return Indexed.of(language, title).ranking().contains("'" + word + "'");
    }
}
