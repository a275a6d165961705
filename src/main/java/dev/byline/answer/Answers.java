package dev.byline.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.byline.cache.RenderedAnswer;
import dev.byline.cache.SingleFlight;
import dev.byline.cache.SurrogateKeys;
import dev.byline.http.AcceptEncoding;
import dev.byline.http.Coding;
import dev.byline.http.EntityTags;
import dev.byline.http.IfMatch;
import dev.byline.http.MediaTypes;
import dev.byline.http.Negotiated;
import dev.byline.http.Representation;
import dev.byline.identity.Caller;
import dev.byline.list.Slice;
import dev.byline.sql.Reads;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Builds the successful responses: the [Form] that was negotiated, with a strong entity tag over
/// its very bytes, or over what decides them ([Representation]), 304 where the client has them, and
/// who may keep them.
@Singleton
public class Answers {
    private final Forms forms;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final UriInfo address;
    private final RoutingContext exchange;
    private final UnsentBytes underWay;
    private final SingleFlight singleFlight;

    Answers(
            Forms forms,
            SecurityIdentity identity,
            HttpHeaders headers,
            UriInfo address,
            RoutingContext exchange,
            UnsentBytes underWay,
            SingleFlight singleFlight) {
        this.forms = forms;
        this.identity = identity;
        this.headers = headers;
        this.address = address;
        this.exchange = exchange;
        this.underWay = underWay;
        this.singleFlight = singleFlight;
    }

    /// One thing, told nobody but who asks. Whoever sends a token is also told the version that
    /// `If-Match` takes.
    public RestResponse<byte[]> one(Object view, int version) {
        return one(view, version, null);
    }

    /// One thing. Caches keep what readers get of it until something changes that it shows.
    public RestResponse<byte[]> one(Object view, int version, SurrogateKeys shown) {
        return read(view, caller().isAnonymous() ? null : version, null, shown);
    }

    /// One thing, to a caller who may not know how often it was written.
    public RestResponse<byte[]> one(Object view, SurrogateKeys shown) {
        return read(view, null, null, shown);
    }

    /// A page of a list, with its `Link` header.
    public RestResponse<byte[]> page(Slice<?> slice) {
        return page(slice, null);
    }

    /// A page of a list. Caches keep what readers get of it likewise.
    public RestResponse<byte[]> page(Slice<?> slice, SurrogateKeys shown) {
        return page(slice, slice, shown);
    }

    /// A page of a list with more beside it.
    ///
    /// @param whole what is answered instead of the slice itself
    public RestResponse<byte[]> page(Slice<?> slice, Object whole, SurrogateKeys shown) {
        return read(whole, null, slice.links(address), shown);
    }

    /// Whether the client gets its answer in this media type.
    public boolean isIn(String type) {
        return negotiated().type().equals(type);
    }

    /// Whether the client says what it has already: then a [Representation] saves the most.
    public boolean isConditional() {
        return headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null;
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
        var body = bytes(whole(view));
        return response(status, body)
                .tag(new EntityTag(tagOf(version, decisive(view, body))))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private RestResponse<byte[]> read(
            Object view, Integer version, String link, SurrogateKeys shown) {
        return view instanceof Representation representation
                ? read(representation, version, link, shown)
                : whole(bytes(view), version, link, shown);
    }

    private RestResponse<byte[]> read(
            Representation representation, Integer version, String link, SurrogateKeys shown) {
        var tag = tagOf(version, forms.json(representation.decisive()));
        IfMatch.checkRead(headers.getHeaderString(HttpHeaders.IF_MATCH), tag);
        return isUnchanged(tag) && !singleFlight.isAwaited(exchange)
                ? unchanged(tag, shown)
                : whole(bytes(representation.whole().get()), tag, link, shown);
    }

    private RestResponse<byte[]> whole(
            byte[] plain, Integer version, String link, SurrogateKeys shown) {
        var tag = tagOf(version, plain);
        IfMatch.checkRead(headers.getHeaderString(HttpHeaders.IF_MATCH), tag);
        return whole(plain, tag, link, shown);
    }

    private static Object whole(Object view) {
        return view instanceof Representation(var _, var whole) ? whole.get() : view;
    }

    private byte[] decisive(Object view, byte[] body) {
        return view instanceof Representation(var decisive, var _) ? forms.json(decisive) : body;
    }

    private RestResponse<byte[]> whole(byte[] plain, String tag, String link, SurrogateKeys shown) {
        var coding = accepted().choose(plain.length);
        var finished =
                new RenderedAnswer(
                        plain, negotiated(), tag, link, shown, coding, coding.encode(plain));
        if (isKept(shown)) {
            singleFlight.complete(exchange, finished);
        }
        return isUnchanged(tag) ? unchanged(tag, shown) : sent(finished);
    }

    private RestResponse<byte[]> sent(RenderedAnswer finished) {
        underWay.add(finished.coded().length);
        var response = response(200, finished.coded());
        head(response, finished.coding().tag(finished.tag()), finished.shown());
        if (finished.coding() != Coding.IDENTITY) {
            response.header(HttpHeaders.CONTENT_ENCODING, finished.coding().token());
        }
        if (finished.link() != null) {
            response.header(HttpHeaders.LINK, finished.link());
        }
        if (isKept(finished.shown())) {
            response.header("Surrogate-Key", String.join(" ", finished.shown().keys()));
        }
        return response.build();
    }

    /// With the tag of the plain bytes: that of the others is theirs with their coding behind it.
    private RestResponse<byte[]> unchanged(String tag, SurrogateKeys shown) {
        var response = ResponseBuilder.<byte[]>create(304);
        head(response, tag, shown);
        return response.build();
    }

    private void head(ResponseBuilder<byte[]> response, String tag, SurrogateKeys shown) {
        response.tag(new EntityTag(tag))
                .header(HttpHeaders.VARY, negotiated().vary())
                .header(HttpHeaders.CACHE_CONTROL, keeping(shown));
        response.header("Server-Timing", timing());
        if (isKept(shown)) {
            response.header("Surrogate-Control", shown.surrogateControl()).header("Age", "0");
        }
    }

    /// How long it took, in whole milliseconds (W3C Server Timing): finer ones, and how much of it
    /// the database took, would tell a reader about what is hidden.
    private String timing() {
        long begin = exchange.<Long>get(VertxHttpRecorder.REQUEST_START_TIME);
        var total = "total;dur=" + millis(System.nanoTime() - begin);
        return caller().isAnonymous()
                ? "cache;desc=miss, " + total
                : "db;dur=" + millis(Reads.spent()) + ", " + total;
    }

    private Caller caller() {
        return Caller.of(identity);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private boolean isUnchanged(String tag) {
        var known = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null && EntityTags.contains(known, tag);
    }

    private AcceptEncoding accepted() {
        return AcceptEncoding.of(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private boolean isKept(SurrogateKeys shown) {
        return shown != null && identity.isAnonymous();
    }

    /// What a token gets is its own. What a reader gets anyone may keep, and for a while where it
    /// is known what it shows.
    private String keeping(SurrogateKeys shown) {
        if (!identity.isAnonymous()) {
            return "private, no-store";
        }
        return shown == null ? "public, max-age=0, must-revalidate" : shown.cacheControl();
    }

    private ResponseBuilder<byte[]> response(int status, byte[] body) {
        return ResponseBuilder.<byte[]>create(status)
                .entity(body)
                .header(HttpHeaders.CONTENT_LENGTH, body.length)
                .type(contentType());
    }

    /// Text is ASCII unless it says otherwise (RFC 6657).
    private String contentType() {
        var type = negotiated().type();
        return type.startsWith("text/") ? type + ";charset=UTF-8" : type;
    }

    private Negotiated negotiated() {
        return Negotiated.of(exchange);
    }

    private byte[] bytes(Object view) {
        return forms.bytes(view, negotiated().type());
    }

    /// Bytes that decide the same of two media types have two tags.
    private String tagOf(Integer version, byte[] decisive) {
        return isIn(MediaTypes.JSON)
                ? tag(version, decisive)
                : tag(version, (negotiated().type() + tag(version, decisive)).getBytes(UTF_8));
    }

    static String tag(Integer version, byte[] decisive) {
        var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(decisive));
        var short22 = digest.substring(0, 22);
        return version == null ? short22 : version + "." + short22;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
