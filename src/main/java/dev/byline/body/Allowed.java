package dev.byline.body;

import org.jsoup.safety.Safelist;

/// The elements and attributes that get through, and nothing else does: no `style`, no event
/// handler, no form, no script, no plug-in. [Attributes] says which values they may have, and
/// [Embeds] from where frames and media may be.
///
/// An article's links keep the `rel` their editor gave them (an editor vouches for a link, or
/// marks it `sponsored`); readers' links are `nofollow ugc`, so that spam earns nothing, and
/// `noopener`. `target` is never let through: where a link opens is for the frontend to say.
final class Allowed {
    private static final String[] WEB = {"http", "https"};

    /// What a player needs. Without `allow-top-navigation` it cannot lead the reader away, and
    /// without `allow-forms` and `allow-modals` it asks for nothing.
    private static final String SANDBOX =
            "allow-scripts allow-same-origin allow-popups allow-presentation";

    private Allowed() {}

    static Safelist inArticles() {
        var allowed = new Safelist().preserveRelativeLinks(true);
        structure(allowed);
        text(allowed);
        tables(allowed);
        media(allowed);
        // :all reaches only the tags named above
        return allowed.addAttributes(":all", "id", "lang", "dir");
    }

    /// What is in a comment but its links is allowed as it is written.
    static Safelist inComments() {
        return new Safelist()
                .preserveRelativeLinks(true)
                .addTags("a")
                .addAttributes("a", "href")
                .addProtocols("a", "href", "http", "https", "mailto");
    }

    private static void structure(Safelist allowed) {
        allowed.addTags("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "div")
                .addTags("section", "aside", "blockquote", "details", "summary")
                .addTags("ul", "ol", "li", "dl", "dt", "dd")
                .addAttributes("section", "class")
                .addAttributes("details", "open")
                .addAttributes("ol", "start", "reversed", "type")
                .addAttributes("li", "value")
                // the check box of a task list shows a state and takes none
                .addAttributes("input", "type", "checked", "disabled")
                .addEnforcedAttribute("input", "type", "checkbox")
                .addEnforcedAttribute("input", "disabled", "disabled");
    }

    private static void text(Safelist allowed) {
        allowed.addTags("b", "bdi", "bdo", "br", "cite", "code", "dfn", "em", "i", "kbd", "mark")
                .addTags("q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub")
                .addTags("sup", "u", "var", "wbr", "abbr", "del", "ins", "time")
                .addAttributes("abbr", "title")
                .addAttributes("dfn", "title")
                .addAttributes("time", "datetime")
                .addAttributes("del", "datetime")
                .addAttributes("ins", "datetime")
                .addAttributes("code", "class")
                .addAttributes("sup", "class")
                .addAttributes("a", "href", "title", "rel", "hreflang", "class", "aria-label")
                .addProtocols("a", "href", "http", "https", "ftp", "mailto")
                .addProtocols("a", "href", "tel", "sms", "geo", "webcal");
    }

    private static void tables(Safelist allowed) {
        allowed.addTags("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr")
                .addAttributes("colgroup", "span")
                .addAttributes("col", "span")
                .addAttributes("th", "align", "colspan", "rowspan", "scope")
                .addAttributes("td", "align", "colspan", "rowspan");
    }

    private static void media(Safelist allowed) {
        allowed.addTags("figure", "figcaption", "picture")
                .addAttributes("img", "src", "alt", "title", "width", "height", "loading")
                .addAttributes("img", "srcset", "sizes")
                .addProtocols("img", "src", WEB)
                .addAttributes("source", "src", "srcset", "sizes", "type", "media")
                .addAttributes("source", "width", "height")
                .addAttributes("track", "src", "kind", "srclang", "label", "default")
                .addAttributes("video", "src", "poster", "width", "height", "playsinline")
                .addProtocols("video", "poster", "https");
        for (var player : new String[] {"video", "audio"}) {
            allowed.addAttributes(player, "src", "title", "controls", "loop", "muted", "preload");
        }
        for (var one : new String[] {"video", "audio", "source", "track", "iframe"}) {
            allowed.addAttributes(one, "src").addProtocols(one, "src", "https");
        }
        allowed.addAttributes("iframe", "title", "width", "height", "sandbox", "loading")
                .addAttributes("iframe", "allowfullscreen")
                .addEnforcedAttribute("iframe", "sandbox", SANDBOX)
                .addEnforcedAttribute("iframe", "loading", "lazy")
                .addEnforcedAttribute("iframe", "allowfullscreen", "allowfullscreen");
    }
}
