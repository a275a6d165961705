package dev.byline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.security.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Makes a retry of a `POST` answer what the first try did
/// (draft-ietf-httpapi-idempotency-key-header). The key is kept for a day, in the transaction
/// of the write itself, so that there is never one without the other; a second request with the
/// key waits for the first to end. A try that was refused leaves no key.
@Singleton
public class Idempotency {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);

    private final EntityManager database;
    private final ObjectMapper mapper;

    private final SecurityIdentity identity;

    Idempotency(EntityManager database, ObjectMapper mapper, SecurityIdentity identity) {
        this.identity = identity;
        this.database = database;
        this.mapper = mapper;
    }

    /// Does the work, or answers as it did the first time.
    ///
    /// @param key the header, or null: then the work is simply done
    /// @param operation method and path, which with the input must be the same as the first
    /// time (422 otherwise)
    public RestResponse<byte[]> once(
            String key, String operation, Object input, Supplier<RestResponse<byte[]>> work) {
        if (key == null) {
            return work.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemType.INVALID_PARAMETER.because(
                    "Idempotency-Key must be 1 to 200 visible ASCII characters.");
        }
        var caller = identity.isAnonymous() ? "reader" : Caller.of(identity).accountId().toString();
        var hash = Answers.sha256(json(List.of(operation, input)));
        forgetOld();
        return claim(caller, key, hash) ? keep(caller, key, work.get()) : replay(caller, key, hash);
    }

    /// The answers that a thing's making is retried with go with the thing.
    public void forget(String location) {
        database.createNativeQuery(
                        "delete from idempotency_key where headers ->> 'Location' = :location")
                .setParameter("location", location)
                .executeUpdate();
    }

    /// A few at a time: the work of a request stays bounded.
    private void forgetOld() {
        database.createNativeQuery(
                        """
                        delete from idempotency_key where (caller, key) in (
                            select caller, key from idempotency_key
                            where created_at < now() - interval '1 day' limit 20
                            for update skip locked)
                        """)
                .executeUpdate();
    }

    private boolean claim(String caller, String key, byte[] hash) {
        return database.createNativeQuery(
                                """
                                insert into idempotency_key (caller, key, request_hash)
                                values (:caller, :key, :hash) on conflict do nothing
                                """)
                        .setParameter("caller", caller)
                        .setParameter("key", key)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
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
                .setParameter(
                        "headers",
                        new String(json(headers), java.nio.charset.StandardCharsets.UTF_8))
                .setParameter("body", response.getEntity())
                .setParameter("caller", caller)
                .setParameter("key", key)
                .executeUpdate();
        return response;
    }

    private RestResponse<byte[]> replay(String caller, String key, byte[] hash) {
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
        var response =
                ResponseBuilder.<byte[]>create(first.get(1, Integer.class))
                        .entity(first.get(3, byte[].class))
                        .type(MediaType.APPLICATION_JSON_TYPE);
        headers(first.get(2, String.class)).forEach(response::header);
        return response.build();
    }

    private Map<String, String> headers(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
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
