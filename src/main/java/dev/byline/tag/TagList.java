package dev.byline.tag;

import dev.byline.list.Slice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of tags, for the OpenAPI document: [Slice] is generic, and generic names are no names.
@Schema(name = "TagList", description = "A page of tags.")
record TagList(List<TagView> data, Slice.Page page) {}
