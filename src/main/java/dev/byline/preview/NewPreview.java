package dev.byline.preview;

import static dev.byline.revision.ArticleKind.ARTICLE;

import dev.byline.http.FaultCode;
import dev.byline.http.ProblemException;
import dev.byline.http.Uuids;
import dev.byline.identity.Caller;
import dev.byline.identity.Secret;
import dev.byline.revision.Viewpoint;
import dev.byline.sql.DatabaseClock;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/// Makes preview links, in the transaction that the endpoint began.
@Singleton
class NewPreview {
    private static final Duration STANDARD = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(90);

    private static final String ADD =
            """
            insert into preview_link (id, hash, name, article_id, release_id, as_of, created_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Reads reads;
    private final Writes writes;
    private final DatabaseClock clock;
    private final SecurityIdentity identity;

    NewPreview(Reads reads, Writes writes, DatabaseClock clock, SecurityIdentity identity) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
        this.identity = identity;
    }

    /// A link and its secret, which cannot be had again.
    record Made(UUID id, Secret secret) {}

    Made of(PreviewInput input) {
        mustShowOne(input);
        var now = clock.now();
        var made =
                new Made(
                        UuidVersion7Strategy.INSTANCE.generateUuid(null),
                        Secret.random(PreviewPasses.PREFIX));
        writes.run(
                Sql.of(
                        ADD,
                        made.id(),
                        made.secret().hash(),
                        input.name(),
                        article(input.article()),
                        release(input.release()),
                        asOf(input.asOf(), now),
                        Caller.of(identity).accountId(),
                        now,
                        end(input.expiresAt(), now)));
        return made;
    }

    private static void mustShowOne(PreviewInput input) {
        var named =
                Stream.of(input.article(), input.release(), input.asOf())
                        .filter(Objects::nonNull)
                        .count();
        if (named != 1) {
            throw ProblemException.invalid(
                    named == 0 ? "/article" : "",
                    named == 0 ? FaultCode.MISSING : FaultCode.WRONG_VALUE,
                    "must name one of article, release and asOf");
        }
    }

    private UUID article(String reference) {
        return reference == null
                ? null
                : Viewpoint.editor(ARTICLE)
                        .select(Sql.of("a.id"))
                        .and("a.trashed_at is null")
                        .named("a", reference)
                        .flatMap(list -> list.single(reads, row -> Reads.id(row, "id")))
                        .orElseThrow(() -> ProblemException.unknown("/article", "article"));
    }

    private UUID release(String id) {
        return id == null
                ? null
                : Optional.of(id)
                        .flatMap(Uuids::parse)
                        .flatMap(
                                one ->
                                        reads.first(
                                                Sql.of("select id from release where id = ?", one),
                                                row -> Reads.id(row, "id")))
                        .orElseThrow(
                                () ->
                                        ProblemException.invalid(
                                                "/release",
                                                FaultCode.UNKNOWN_RELEASE,
                                                "is no release of this id"));
    }

    private static Instant asOf(Instant asOf, Instant now) {
        return asOf == null ? null : future("/asOf", asOf, now);
    }

    private static Instant end(Instant expiresAt, Instant now) {
        if (expiresAt == null) {
            return now.plus(STANDARD);
        }
        if (expiresAt.isAfter(now.plus(LONGEST))) {
            throw ProblemException.invalid(
                    "/expiresAt",
                    FaultCode.TOO_LATE,
                    "must be within %d days".formatted(LONGEST.toDays()));
        }
        return future("/expiresAt", expiresAt, now);
    }

    private static Instant future(String pointer, Instant instant, Instant now) {
        if (!instant.isAfter(now)) {
            throw ProblemException.invalid(
                    pointer, FaultCode.NOT_IN_FUTURE, "must be in the future");
        }
        return instant;
    }
}
