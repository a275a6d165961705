package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.query.Slice;
import java.util.List;

/// A page of articles as it is answered, documented as [ArticleList].
record FoundPage(
        List<?> data,
        Slice.Page page,
        @JsonInclude(Include.NON_NULL) Understood search,
        @JsonInclude(Include.NON_NULL) Facets.Shown facets) {}
