package dev.byline.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A text of one line, such as a name: no line break, no control character (C0, DEL, C1), and no
/// mark of direction that reaches beyond its end (UAX 9). Where it is read from JSON, blanks at
/// its ends are left out. Null is valid.
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneLine.Validator.class)
public @interface OneLine {
    /// For ECMA-262 with the `u` flag.
    String PATTERN = "^[^\\p{Cc}\\u2028\\u2029]*$";

    /// The same of what is [Visible].
    String VISIBLE = "^[^\\p{Cc}\\u2028\\u2029]*" + Visible.PATTERN + "[^\\p{Cc}\\u2028\\u2029]*$";

    /// For the document, behind what the text is.
    String RULES =
            " One line: without control characters and without marks of direction that are not"
                    + " closed (else `not-one-line`). Blanks at its ends are left out.";

    String message() default
            "must be one line without control characters, and close each mark of direction";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<OneLine, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || Texts.isOneLine(text) && Texts.closesDirections(text);
        }
    }
}
