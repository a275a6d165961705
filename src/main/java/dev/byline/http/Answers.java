package dev.byline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.byline.query.Slice;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Builds the successful responses: JSON with a strong entity tag over its very bytes, 304
/// where the client has them, and who may keep them.
@Singleton
public class Answers {
    private static final Pattern KNOWN_TAG = Pattern.compile("\"([^\"]*)\"");

    private final ObjectMapper mapper;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo address;
    private final BytesUnderWay underWay;

    Answers(
            ObjectMapper mapper,
            SecurityIdentity identity,
            HttpHeaders headers,
            UriInfo address,
            BytesUnderWay underWay) {
        this.mapper = mapper;
        this.identity = identity;
        this.headers = headers;
        this.address = address;
        this.underWay = underWay;
    }

    /// One thing. Whoever sends a token is also told the version that `If-Match` takes.
    public RestResponse<byte[]> one(Object view, int version) {
        return read(view, identity.isAnonymous() ? null : version, Map.of());
    }

    /// One thing, to a caller who may not know how often it was written.
    public RestResponse<byte[]> one(Object view) {
        return read(view, null, Map.of());
    }

    /// A page of a list, with its `Link` header.
    public RestResponse<byte[]> page(Slice<?> slice) {
        return read(slice, null, slice.links(address));
    }

    /// A page of a list with more beside it.
    ///
    /// @param shown what is answered instead of the slice itself
    public RestResponse<byte[]> page(Slice<?> slice, Object shown) {
        return read(shown, null, slice.links(address));
    }

    /// 200 for what was just changed. The `ETag` is for the next `If-Match`.
    public RestResponse<byte[]> changed(Object view, int version) {
        return written(200, view, version).build();
    }

    /// 201 for what was just made, and where it is.
    public RestResponse<byte[]> created(Object view, int version, String location) {
        return written(201, view, version).header(HttpHeaders.LOCATION, location).build();
    }

    private ResponseBuilder<byte[]> written(int status, Object view, int version) {
        var body = bytes(view);
        return json(status, body)
                .tag(tag(version, body))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private RestResponse<byte[]> read(Object view, Integer version, Map<String, String> more) {
        var body = bytes(view);
        var tag = tag(version, body);
        var unchanged = isUnchanged(tag);
        if (!unchanged) {
            underWay.add(body.length);
        }
        var response = unchanged ? ResponseBuilder.<byte[]>create(304) : json(200, body);
        response.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, keeping())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        more.forEach(response::header);
        return response.build();
    }

    /// Compared weakly, as RFC 9110, 13.1.2 asks: a proxy that compresses weakens the tag.
    private boolean isUnchanged(EntityTag tag) {
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && (known.strip().equals("*")
                        || KNOWN_TAG
                                .matcher(known)
                                .results()
                                .anyMatch(one -> one.group(1).equals(tag.getValue())));
    }

    /// What a reader gets anyone may keep, and ask again before using it. What a token gets is
    /// its own.
    private String keeping() {
        return identity.isAnonymous() ? "public, max-age=0, must-revalidate" : "private, no-store";
    }

    private static ResponseBuilder<byte[]> json(int status, byte[] body) {
        return ResponseBuilder.<byte[]>create(status)
                .entity(body)
                .header(HttpHeaders.CONTENT_LENGTH, body.length)
                .type(MediaType.APPLICATION_JSON_TYPE);
    }

    private byte[] bytes(Object view) {
        try {
            return mapper.writeValueAsBytes(view);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static EntityTag tag(Integer version, byte[] body) {
        var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(body));
        var short22 = digest.substring(0, 22);
        return new EntityTag(version == null ? short22 : version + "." + short22);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
