package dev.byline.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/// `@Size` of a text in characters, as `maxLength` counts them (RFC 8259, section 7; JSON Schema,
/// 6.3.1), and not in units of UTF-16. Hibernate Validator prefers it for being of `String`.
public final class SizeInCharacters implements ConstraintValidator<Size, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        var characters = text.codePointCount(0, text.length());
        return min <= characters && characters <= max;
    }
}
