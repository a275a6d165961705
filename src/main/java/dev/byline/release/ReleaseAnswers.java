package dev.byline.release;

import dev.byline.answer.Answers;
import dev.byline.http.Addresses;
import dev.byline.identity.Audience;
import dev.byline.list.Listing;
import dev.byline.property.Selection;
import dev.byline.sql.Reads;
import dev.byline.sql.Sql;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;

/// What is shown of releases.
@Singleton
class ReleaseAnswers {
    static final Selection<ReleaseView> ALL =
            ReleaseView.PROPERTIES.select(Audience.NEWSROOM.andEveryone());

    private final Reads reads;
    private final ReleaseItems items;
    private final Answers answers;

    ReleaseAnswers(Reads reads, ReleaseItems items, Answers answers) {
        this.reads = reads;
        this.items = items;
        this.answers = answers;
    }

    static Listing list() {
        return Listing.of(ALL.sql(), Sql.of("release x"));
    }

    RestResponse<byte[]> read(Release release) {
        return answers.one(view(release), release.version);
    }

    RestResponse<byte[]> changed(Release release) {
        return answers.changed(view(release), release.version);
    }

    RestResponse<byte[]> created(Release release) {
        return answers.created(
                view(release), release.version, Addresses.of("releases", release.id));
    }

    /// With its items.
    private ReleaseView view(Release release) {
        return list().and("x.id = ?", release.id)
                .single(reads, ALL.builder(reads))
                .orElseThrow()
                .set("items", items.shown(release.id))
                .build();
    }
}
