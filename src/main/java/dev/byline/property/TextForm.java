package dev.byline.property;

import dev.byline.text.Languages;
import dev.byline.text.Texts;
import dev.byline.text.WebAddresses;
import java.util.function.UnaryOperator;

/// In which form a text is stored, of all that mean the same.
public enum TextForm {
    AS_WRITTEN(UnaryOperator.identity()),
    NFC(Texts::nfc),
    LANGUAGE(Languages::usual),
    WEB_ADDRESS(WebAddresses::ascii);

    final UnaryOperator<String> form;

    TextForm(UnaryOperator<String> form) {
        this.form = form;
    }
}
