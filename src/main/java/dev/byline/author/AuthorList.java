package dev.byline.author;

import dev.byline.list.Slice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of authors, for the OpenAPI document: [Slice] is generic, and generic names are no
/// names.
@Schema(name = "AuthorList", description = "A page of authors.")
record AuthorList(List<AuthorView> data, Slice.Page page) {}
