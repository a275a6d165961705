package dev.byline.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The text is an absolute address of the web, see [WebAddresses]. Where it is read from JSON, it
/// becomes its ASCII form. Null is valid.
@Target({ElementType.FIELD, ElementType.TYPE_USE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Validator.class)
public @interface WebAddress {
    /// For ECMA-262 with the `u` flag.
    String PATTERN = "^\\p{Zs}*[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\\\\\\p{Cc}][^\\\\\\p{Cc}]*$";

    /// For the document, behind what the address is of.
    String RULES =
            " It begins with `https://` or `http://`, and has a host and no user name in it (else `invalid-address`). It is kept in ASCII, and may have"
                    + " 2,000 characters so: a host beyond ASCII is turned by UTS 46 (`xn--…`), in path and query what an"
                    + " address cannot have is percent-encoded as UTF-8, a blank as `%20`. Blanks at its ends are left out.";

    String TOO_LONG = "must have at most {max} characters in ASCII";

    String message() default "must be an address of the web";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<WebAddress, String> {
        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            var fault = text == null ? null : WebAddresses.fault(text).orElse(null);
            if (fault != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            }
            return fault == null;
        }
    }
}
