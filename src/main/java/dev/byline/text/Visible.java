package dev.byline.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text shows something: white space, zero-width and control characters alone do not. Null
/// is left to `@NotNull`.
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Visible.Validator.class)
public @interface Visible {
    /// For ECMA-262 with the `u` flag: a sign that is seen, see [Texts#isInvisible].
    String PATTERN =
            "[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}"
                    + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\uFFA0"
                    + "\\u180B-\\u180F\\uFE00-\\uFE0F\\uDB40\\uDD00-\\uDB40\\uDDEF]";

    /// The same of a text of several lines, which holds no U+0000.
    String TEXT = "^[^\\u0000]*" + PATTERN + "[^\\u0000]*$";

    String message() default "must not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Visible, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || !Texts.isInvisible(text);
        }
    }
}
