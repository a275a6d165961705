package dev.byline.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.byline.fulltext.SearchInterpretation;
import dev.byline.list.Slice;
import dev.byline.reading.Facets;
import java.util.List;

/// A page of articles as it is answered, documented as [ArticleList].
record FoundPage(
        List<?> data,
        Slice.Page page,
        @JsonInclude(Include.NON_NULL) SearchInterpretation search,
        @JsonInclude(Include.NON_NULL) Facets.Shown facets) {}
