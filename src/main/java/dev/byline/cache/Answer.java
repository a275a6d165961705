package dev.byline.cache;

import dev.byline.http.Accept;
import dev.byline.http.Coding;
import dev.byline.http.EntityTags;
import dev.byline.http.HeaderFields;
import dev.byline.http.HttpDate;
import dev.byline.http.MediaTypes;
import dev.byline.http.Negotiated;
import io.netty.util.AbstractReferenceCounted;
import io.netty.util.IllegalReferenceCountException;
import io.netty.util.ReferenceCounted;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// A finished answer: its bytes, in each coding that was asked for so far, and its headers. Each
/// of those who hold it lets go of it once.
final class Answer extends AbstractReferenceCounted {
    private static final int OVERHEAD = 1_024;
    private static final int OVERHEAD_OF_KEY = 96;
    private static final int NOT_MODIFIED = 304;

    private final String key;
    private final Negotiated form;
    private final CharSequence mediaType;
    private final CharSequence vary;
    private final String tag;
    private final Set<String> keys;
    private final CharSequence surrogateKey;
    private final CharSequence link;
    private final AtomicReferenceArray<Variant> variants =
            new AtomicReferenceArray<>(Coding.values().length);
    private final AtomicReferenceArray<CompletableFuture<Void>> claims =
            new AtomicReferenceArray<>(Coding.values().length);
    private volatile Lifetime lifetime;
    private volatile Moment moment;

    private record Variant(
            SharedBytes bytes, CharSequence tag, CharSequence length, CharSequence coding) {}

    /// The headers that are the same for a second.
    private record Moment(
            Lifetime lifetime,
            long age,
            CharSequence ageText,
            CharSequence cacheControl,
            CharSequence surrogateControl) {}

    Answer(
            String address,
            Negotiated form,
            String tag,
            Set<String> keys,
            String link,
            Lifetime lifetime) {
        this.key = key(address, form.type());
        this.form = form;
        this.mediaType = HeaderFields.text(form.type());
        this.vary = HeaderFields.text(form.vary());
        this.tag = tag;
        this.keys = keys;
        this.surrogateKey = HeaderFields.text(String.join(" ", keys));
        this.link = link == null ? null : HeaderFields.text(link);
        this.lifetime = lifetime;
    }

    /// What it is kept under: its address and its media type, which needs no name where it is the
    /// one of nearly all.
    static String key(String address, String type) {
        return type.equals(MediaTypes.JSON) ? address : address + ' ' + type;
    }

    String key() {
        return key;
    }

    /// Whether it is what a client gets who says this of media types.
    boolean suits(Accept accept) {
        return form.suits(accept);
    }

    Set<String> keys() {
        return keys;
    }

    boolean isOver(long now) {
        return lifetime.isOver(now);
    }

    synchronized void endBy(long instant) {
        lifetime = lifetime.until(instant);
    }

    /// @return whether there was none for this coding yet
    boolean add(Coding coding, byte[] bytes) {
        var variant =
                new Variant(
                        new SharedBytes(bytes),
                        HeaderFields.text('"' + coding.tag(tag) + '"'),
                        HeaderFields.text(Integer.toString(bytes.length)),
                        coding == Coding.IDENTITY ? null : HeaderFields.text(coding.token()));
        var isFirst = variants.compareAndSet(coding.ordinal(), null, variant);
        if (!isFirst) {
            variant.bytes.release();
        }
        return isFirst;
    }

    /// Who comes first is to make the bytes of this coding, and to complete what it gave; the
    /// others get that of the first.
    CompletableFuture<Void> claim(Coding coding, CompletableFuture<Void> mine) {
        var first = claims.compareAndExchange(coding.ordinal(), null, mine);
        return first == null ? mine : first;
    }

    boolean has(Coding coding) {
        return variants.get(coding.ordinal()) != null;
    }

    /// A copy of the bytes without a coding.
    byte[] plain() {
        var bytes = variants.get(Coding.IDENTITY.ordinal()).bytes;
        var copy = new byte[length()];
        bytes.getBytes(0, copy);
        return copy;
    }

    int length() {
        return variants.get(Coding.IDENTITY.ordinal()).bytes.capacity();
    }

    /// Bytes of memory, roughly.
    int weight() {
        var weight = OVERHEAD + 2 * key.length() + surrogateKey.length();
        weight += keys.size() * OVERHEAD_OF_KEY + (link == null ? 0 : link.length());
        for (var place = 0; place < variants.length(); place++) {
            var variant = variants.get(place);
            weight += variant == null ? 0 : variant.bytes.capacity();
        }
        return weight;
    }

    /// False when everybody has let go of it already.
    boolean hold() {
        try {
            retain();
            return true;
        } catch (IllegalReferenceCountException _) {
            return false;
        }
    }

    /// On the event loop.
    ///
    /// @return whether it was sent, which it was not when it is gone
    boolean send(HttpServerRequest request, Coding coding, long now) {
        var variant = variants.get(coding.ordinal());
        var known = Accept.joined(request.headers(), HttpHeaders.IF_NONE_MATCH);
        if (known != null && EntityTags.contains(known, tag)) {
            head(request.response(), variant, now);
            HeaderFields.unexpose(request);
            request.response().setStatusCode(NOT_MODIFIED).end();
            return true;
        }
        return request.method() == HttpMethod.HEAD
                ? sendHead(request.response(), variant, now)
                : sendBytes(request.response(), variant, now);
    }

    private boolean sendHead(HttpServerResponse response, Variant variant, long now) {
        whole(response, variant, now);
        response.end();
        return true;
    }

    private boolean sendBytes(HttpServerResponse response, Variant variant, long now) {
        var bytes = variant.bytes.toSend();
        if (bytes == null) {
            return false;
        }
        whole(response, variant, now);
        response.end(bytes);
        return true;
    }

    private void whole(HttpServerResponse response, Variant variant, long now) {
        head(response, variant, now);
        HeaderFields.secure(response);
        var headers = response.headers();
        headers.add(HeaderFields.CONTENT_TYPE, mediaType);
        headers.add(HeaderFields.CONTENT_LENGTH, variant.length);
        headers.add(HeaderFields.SURROGATE_KEY, surrogateKey);
        if (variant.coding != null) {
            headers.add(HeaderFields.CONTENT_ENCODING, variant.coding);
        }
        if (link != null) {
            headers.add(HeaderFields.LINK, link);
        }
    }

    private void head(HttpServerResponse response, Variant variant, long now) {
        var at = moment(now);
        var headers = response.headers();
        headers.add(HttpDate.NAME, HttpDate.now());
        headers.add(HeaderFields.ETAG, variant.tag);
        headers.add(HeaderFields.CACHE_CONTROL, at.cacheControl);
        headers.add(HeaderFields.SURROGATE_CONTROL, at.surrogateControl);
        headers.add(HeaderFields.AGE, at.ageText);
        headers.add(HeaderFields.VARY, vary);
        headers.add(HeaderFields.SERVER_TIMING, HeaderFields.HIT);
    }

    private Moment moment(long now) {
        var life = lifetime;
        var age = life.age(now);
        var at = moment;
        if (at == null || at.age != age || at.lifetime != life) {
            at =
                    new Moment(
                            life,
                            age,
                            HeaderFields.text(Long.toString(age)),
                            HeaderFields.text(life.cacheControl(age)),
                            HeaderFields.text(life.surrogateControl(age)));
            moment = at;
        }
        return at;
    }

    @Override
    protected void deallocate() {
        for (var place = 0; place < variants.length(); place++) {
            var variant = variants.get(place);
            if (variant != null) {
                variant.bytes.release();
            }
        }
    }

    @Override
    public ReferenceCounted touch(Object hint) {
        return this;
    }
}
