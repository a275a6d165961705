package dev.byline.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.byline.http.ProblemException;
import dev.byline.http.ProblemType;
import dev.byline.identity.Caller;
import dev.byline.sql.Sql;
import dev.byline.sql.Writes;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Makes a retry of a `POST` answer what the first try did
/// (draft-ietf-httpapi-idempotency-key-header). The key is kept for a day, in the transaction
/// of the write itself, so that there is never one without the other; a second request with the
/// key waits for the first to end. A try that was refused leaves no key. What was deleted since is
/// not made again, and its words are not told.
///
/// The keys of an account are its own. Readers cannot be told apart, so a reader's key counts with
/// the hash of the request: the same key with another request is another one.
@Singleton
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);

    private static final String AT_LOCATION = "headers ->> 'Location' = :location";

    /// A few at a time: the work of a request stays bounded.
    private static final Sql FORGET =
            Sql.of(
                    """
                    delete from idempotency_key where (caller, key) in (
                        select caller, key from idempotency_key
                        where created_at < now() - interval '1 day' limit 20
                        for update skip locked)
                    """);

    private static final String CLAIM =
            """
            insert into idempotency_key (caller, key, request_hash) values (?, ?, ?)
            on conflict do nothing returning key
            """;

    private final EntityManager database;
    private final Writes writes;
    private final ObjectMapper mapper;

    private final SecurityIdentity identity;

    Idempotency(
            EntityManager database, Writes writes, ObjectMapper mapper, SecurityIdentity identity) {
        this.identity = identity;
        this.writes = writes;
        this.database = database;
        this.mapper = mapper;
    }

    /// Does the work, or answers as it did the first time.
    ///
    /// @param key the header, or null: then the work is simply done
    /// @param operation method and path, which with the input must be the same as the first
    /// time (422 otherwise); 409 where what was made is gone
    public RestResponse<byte[]> once(
            String key, String operation, Object input, Supplier<RestResponse<byte[]>> work) {
        if (key == null) {
            return work.get();
        }
        check(key);
        return onceUnder(key, operation, input, work).orElseThrow(Idempotency::deletedSince);
    }

    public static ProblemException deletedSince() {
        return ProblemType.DELETED.because(
                "What this request made was deleted since. Use a new key to make it anew.");
    }

    /// Likewise a part of the work of a request, by itself: a retry does the parts that are not
    /// done yet.
    ///
    /// @param key that was checked, or null
    /// @param part its number
    /// @param input of the whole request
    /// @return nothing where the part was done before, and what it made was deleted since
    public Optional<RestResponse<byte[]>> oncePart(
            String key,
            int part,
            String operation,
            Object input,
            Supplier<RestResponse<byte[]>> work) {
        if (key == null) {
            return Optional.of(work.get());
        }
        // no header has a blank in it
        return onceUnder(key + " " + part, operation, input, work);
    }

    /// @param key the header, or null
    public static void check(String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemType.INVALID_PARAMETER.because(
                    "Idempotency-Key must be 1 to 200 visible ASCII characters.");
        }
    }

    private Optional<RestResponse<byte[]>> onceUnder(
            String key, String operation, Object input, Supplier<RestResponse<byte[]>> work) {
        var hash = Answers.sha256(json(List.of(operation, input)));
        var caller =
                identity.isAnonymous()
                        ? "reader " + HexFormat.of().formatHex(hash)
                        : Caller.of(identity).accountId().toString();
        return claim(caller, key, hash)
                ? Optional.of(keep(caller, key, work.get()))
                : replay(caller, key, hash);
    }

    /// To be called when a thing is deleted: a retry of its making is told so.
    public void withdraw(String location) {
        database.createNativeQuery("update idempotency_key set body = null where " + AT_LOCATION)
                .setParameter("location", location)
                .executeUpdate();
    }

    /// To be called when a thing loses its words and stays: a retry of its making is answered
    /// without them.
    ///
    /// @param version of the thing now
    /// @param erase takes them out of the first answer
    public void amend(String location, int version, Consumer<ObjectNode> erase) {
        List<?> kept =
                database.createNativeQuery(
                                "select caller, key, body from idempotency_key where body is not null"
                                        + " and "
                                        + AT_LOCATION,
                                Tuple.class)
                        .setParameter("location", location)
                        .getResultList();
        kept.forEach(answer -> amend((Tuple) answer, version, erase));
    }

    private void amend(Tuple kept, int version, Consumer<ObjectNode> erase) {
        var answer = (ObjectNode) read(kept.get(2, byte[].class), JsonNode.class);
        erase.accept(answer);
        var body = json(answer);
        database.createNativeQuery(
                        """
                        update idempotency_key
                        set body = :body, headers = jsonb_set(headers, '{ETag}', to_jsonb(cast(:tag as text)))
                        where caller = :caller and key = :key
                        """)
                .setParameter("body", body)
                .setParameter("tag", '"' + Answers.tag(version, body) + '"')
                .setParameter("caller", kept.get(0, String.class))
                .setParameter("key", kept.get(1, String.class))
                .executeUpdate();
    }

    /// @return whether nobody has it; who has it and is at work is waited for
    private boolean claim(String caller, String key, byte[] hash) {
        var batch = writes.batch();
        batch.add(FORGET);
        var claimed = batch.ask(Sql.of(CLAIM, caller, key, hash), _ -> true);
        batch.run();
        return claimed.first().isPresent();
    }

    private RestResponse<byte[]> keep(String caller, String key, RestResponse<byte[]> response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        database.createNativeQuery(
                        """
                        update idempotency_key
                        set status = :status, headers = cast(:headers as jsonb), body = :body
                        where caller = :caller and key = :key
                        """)
                .setParameter("status", response.getStatus())
                .setParameter("headers", new String(json(headers), StandardCharsets.UTF_8))
                .setParameter("body", response.getEntity())
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
        return response;
    }

    private Optional<RestResponse<byte[]>> replay(String caller, String key, byte[] hash) {
        var first =
                (Tuple)
                        database.createNativeQuery(
                                        """
                                        select request_hash, status, cast(headers as text), body
                                        from idempotency_key where caller = :caller and key = :key
                                        """,
                                        Tuple.class)
                                .setParameter("caller", caller)
                                .setParameter("key", key)
                                .getSingleResult();
        if (!Arrays.equals(first.get(0, byte[].class), hash)) {
            throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
                    "This Idempotency-Key came with another request before.");
        }
        var body = first.get(3, byte[].class);
        if (body == null) {
            return Optional.empty();
        }
        var response =
                ResponseBuilder.<byte[]>create(first.get(1, Integer.class))
                        .entity(body)
                        .type(MediaType.APPLICATION_JSON_TYPE);
        headers(first.get(2, String.class))
                .forEach((name, value) -> response.header((String) name, value));
        return Optional.of(response.build());
    }

    private Map<?, ?> headers(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8), Map.class);
    }

    private <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
