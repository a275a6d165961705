package dev.byline.cache;

import dev.byline.http.Coding;
import dev.byline.http.Negotiated;

/// An answer to a reader, ready to be sent and kept.
///
/// @param tag the entity tag of the plain bytes, without quotes
/// @param link the `Link` header, or null
/// @param coded the bytes as they were asked for first
public record RenderedAnswer(
        byte[] plain,
        Negotiated form,
        String tag,
        String link,
        SurrogateKeys shown,
        Coding coding,
        byte[] coded) {

    Answer answer(String address, long begin) {
        var lifetime = shown.lifetime(begin);
        var answer = new Answer(address, form, tag, shown.keys(), link, lifetime);
        answer.add(Coding.IDENTITY, plain);
        if (coding != Coding.IDENTITY) {
            answer.add(coding, coded);
        }
        return answer;
    }
}
