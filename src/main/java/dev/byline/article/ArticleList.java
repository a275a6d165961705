package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.list.Slice;
import dev.byline.reading.ArticleView;
import dev.byline.reading.Facets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A page of articles, for the OpenAPI document.
@Schema(name = "ArticleList", description = "A page of articles.")
record ArticleList(
        List<ArticleView> data,
        Slice.Page page,
        @JsonInclude(Include.NON_NULL)
                @Schema(description = "How `q` was understood; only with `q`.")
                SearchInterpretation search,
        @JsonInclude(Include.NON_NULL) @Schema(description = "Only with `facets`.")
                Facets.Shown facets) {}
