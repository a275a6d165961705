package dev.byline.body;

import dev.byline.body.BodyWarning.Reason;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/// Tells which elements, attributes and values the cleaner will not let through.
final class Screening {
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster");

    private final Safelist allowed;
    private final Findings findings;

    Screening(Safelist allowed, Findings findings) {
        this.allowed = allowed;
        this.findings = findings;
    }

    void of(Element document) {
        document.getAllElements().forEach(this::element);
    }

    private void element(Element element) {
        var name = element.normalName();
        if (allowed.isSafeTag(name)) {
            if (element.attributesSize() == 0) {
                return;
            }
            element.attributes().asList().forEach(one -> attribute(element, name, one));
            Attributes.restrict(element, findings);
            if (name.equals("img") && !element.hasAttr("src")) {
                findings.add(element, "<img>", Reason.ELEMENT_REMOVED);
            }
        } else {
            findings.add(element, Findings.tag(name), Reason.ELEMENT_NOT_ALLOWED);
        }
    }

    private void attribute(Element element, String name, Attribute attribute) {
        var key = attribute.getKey();
        if (key.equals(Findings.PLACE) || allowed.isSafeAttribute(name, element, attribute)) {
            return;
        }
        boolean isAddress = ADDRESSES.contains(key);
        findings.add(
                element,
                isAddress ? attribute.getValue() : key,
                isAddress ? Reason.ADDRESS_NOT_ALLOWED : Reason.ATTRIBUTE_NOT_ALLOWED);
        element.removeAttr(key);
    }
}
