package dev.byline.edit;

import dev.byline.property.Property;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The account that saved a revision.
@Schema(name = "SavedBy", description = "An account.")
public record SavedBy(
        @Property(sql = "s.id") UUID id,
        @Property(sql = "s.name") @Schema(examples = "admin") String name) {

    /// Null where the account was deleted since.
    public static SavedBy of(UUID id, String name) {
        return name == null ? null : new SavedBy(id, name);
    }
}
