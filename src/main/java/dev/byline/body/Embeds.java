package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Settles what a body embeds before it is cleaned: frames of allowed hosts stay, and films, sounds
/// and pictures from secure addresses. Of the others a link to the address is left, beside the
/// words in them.
///
/// Nothing plays by itself: `autoplay` is not let through, and films and sounds get controls.
final class Embeds {
    private static final Evaluator ANCHORS = Selector.evaluatorOf("a[name]");
    private static final Evaluator FRAMES = Selector.evaluatorOf("iframe, embed, object");
    private static final Evaluator PLAYERS = Selector.evaluatorOf("video, audio");
    private static final Evaluator PICTURES = Selector.evaluatorOf("picture");
    private static final Evaluator PARTS = Selector.evaluatorOf("source, track");
    private static final Evaluator IN_PLAYER =
            Selector.evaluatorOf("video > source, video > track, audio > source, audio > track");
    private static final Evaluator IN_PICTURE = Selector.evaluatorOf("picture > source");
    private static final Evaluator WITH_CANDIDATES = Selector.evaluatorOf("img[srcset]");

    /// Most bodies have none of them, and are looked through once.
    private static final Evaluator ANY =
            Selector.evaluatorOf(
                    "a[name], iframe, embed, object, video, audio, source, track, img[srcset]");

    private final Findings findings;

    private Embeds(Findings findings) {
        this.findings = findings;
    }

    static void settle(Element document, Findings findings) {
        if (document.selectFirst(ANY) == null) {
            return;
        }
        var embeds = new Embeds(findings);
        document.select(ANCHORS).forEach(Embeds::identify);
        document.select(FRAMES).forEach(embeds::frame);
        document.select(PLAYERS).forEach(embeds::player);
        document.select(PARTS).forEach(embeds::part);
        document.select(WITH_CANDIDATES).forEach(embeds::candidates);
    }

    /// What is left in the cleaned body: a picture shows its image, and a frame of another host
    /// would be a fault.
    static void finish(Element body) {
        body.select(PICTURES).forEach(Embeds::picture);
        body.select("iframe").stream()
                .filter(frame -> EmbedAddress.ofFrame(frame.attr("src")).isEmpty())
                .forEach(Element::remove);
    }

    /// The name of an anchor is where links lead, as an id is (HTML, 7.4.6.3).
    private static void identify(Element anchor) {
        var name = anchor.attr("name");
        anchor.removeAttr("name");
        if (anchor.id().isEmpty()) {
            anchor.id(name);
        } else if (!anchor.id().equals(name)) {
            anchor.before(new Element("a").id(name));
        }
    }

    private void frame(Element frame) {
        var written = frame.attr(frame.nameIs("object") ? "data" : "src");
        var address = EmbedAddress.ofFrame(written);
        if (frame.nameIs("iframe") && address.isPresent()) {
            frame.attr("src", address.get());
            if (frame.attr("title").isBlank()) {
                frame.attr("title", EmbedAddress.host(address.get()));
            }
        } else {
            LeftOut.withBlanks(frame);
            EmbedAddress.ofLink(written)
                    .ifPresentOrElse(
                            one -> frame.before(link(frame, one)), () -> removed(frame, written));
            frame.unwrap();
        }
    }

    private void removed(Element frame, String written) {
        if (!written.isEmpty()) {
            findings.add(frame, written, Reason.ADDRESS_NOT_ALLOWED);
        }
        findings.add(frame, Findings.tag(frame.normalName()), Reason.ELEMENT_NOT_ALLOWED);
    }

    private void player(Element player) {
        if (player.endSourceRange().isImplicit()) {
            release(player);
        }
        var refused = new LinkedHashSet<String>();
        Stream.concat(Stream.of(player), player.children().stream().filter(one -> one.is(PARTS)))
                .forEach(one -> secure(one, "src", refused));
        secure(player, "poster", new LinkedHashSet<>());
        if (!player.hasAttr("src") && player.selectFirst("> source[src]") == null) {
            if (refused.isEmpty()) {
                removed(player, "");
            }
            refused.forEach(one -> player.before(link(player, one)).before(new TextNode(" ")));
            player.unwrap();
        } else {
            player.attr("controls", "");
        }
    }

    /// What stands in a player that nothing closes is no substitute for it: it follows it.
    private static void release(Element player) {
        Node last = player;
        for (var child : List.copyOf(player.childNodes())) {
            if (!(child instanceof Element element && element.is(PARTS))) {
                last.after(child);
                last = child;
            }
        }
    }

    /// Keeps the address as it is read, or adds it to those that are refused.
    private void secure(Element element, String attribute, Set<String> refused) {
        var written = element.attr(attribute);
        var address = EmbedAddress.ofMedium(written);
        if (address.isPresent()) {
            element.attr(attribute, address.get());
        } else if (element.hasAttr(attribute)) {
            element.removeAttr(attribute);
            findings.add(element, written, Reason.ADDRESS_NOT_ALLOWED);
            EmbedAddress.ofLink(written).ifPresent(refused::add);
        }
    }

    private void part(Element part) {
        if (part.is(IN_PICTURE)) {
            part.removeAttr("src");
            candidates(part);
        }
        boolean isKept = part.is(IN_PICTURE) && part.hasAttr("srcset");
        if (!isKept && !(part.is(IN_PLAYER) && part.hasAttr("src"))) {
            findings.add(part, Findings.tag(part.normalName()), Reason.ELEMENT_REMOVED);
            part.remove();
        }
    }

    private static void picture(Element picture) {
        if (picture.selectFirst("> img[src]") == null) {
            picture.select("> source").remove();
            picture.unwrap();
        }
    }

    private void candidates(Element element) {
        var written = element.attr("srcset");
        var kept = EmbedAddress.ofCandidates(written);
        kept.ifPresentOrElse(
                one -> element.attr("srcset", one), () -> element.removeAttr("srcset"));
        if (!written.isBlank()
                && EmbedAddress.candidates(written)
                        > kept.map(EmbedAddress::candidates).orElse(0)) {
            findings.add(element, "srcset", Reason.VALUE_NOT_ALLOWED);
        }
    }

    private Node link(Element embedded, String address) {
        findings.add(embedded, address, Reason.EMBED_BECAME_LINK);
        var title = embedded.attr("title").strip();
        var words = title.isEmpty() ? address : title;
        return embedded.closest("a") == null
                ? new Element("a").attr("href", address).text(words)
                : new TextNode(words);
    }
}
