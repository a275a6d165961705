package dev.byline.importer.folder;

import java.util.List;
import java.util.Set;

/// The names of front matter that say nothing about who may see a text, or when.
final class HarmlessFields {
    /// Names that are harmless as they are, though not all of their words are.
    private static final Set<String> NAMES =
            Set.of(
                    """
                    redirectfrom redirectto redirect redirects lastmod lastmodified lastmodifiedat
                    modified modifiedat modifieddate datemodified updated updatedat updateddate
                    updatedate dateupdated lastupdated created createdat createddate creationdate
                    datecreated linktitle readingtime wordcount toc math mathjax katex mermaid
                    pinned sticky featured translationkey displayname displaytitle
                    """
                            .strip()
                            .split("\\s+"));

    /// Words of which harmless names are made: `featured_image`, `ogTitle`, `hero-alt`. None of
    /// them means to show, to hide, to allow, to begin or to end.
    private static final Set<String> WORDS =
            Set.of(
                    """
                    abstract affiliation agency alias aliases align alt anchor article articles
                    attributes audio author authors avatar background banner bibliography bio
                    biography body byline canonical caption card categories category changefreq
                    circa citation city class color colour comment comments communities content
                    contributor contributors copyright country cover creator credit css custom data
                    deck department description disqus doi editor editors email excerpt
                    extra facebook feature featured featureimage file files first footer format full
                    gallery github guid header heading headline height hero homepage href icon id
                    image images img instagram intro isbn job js keyword keywords kicker kind label
                    lang language last lat latitude layout lead lede legislation license link
                    linkedin links lng locale location logo long longitude main mastodon media meta
                    metadata name nav navigation number og order organisation organization page
                    params parent person phone photo photographer photos picture pictures place
                    position post posts primary priority profile pronoun pronouns quote rating ref
                    reference references related resource resources secondary section seo series
                    share short site size slug small social source sources src standfirst style sub
                    subheadline subject subtitle summary tag tags taxonomies teaser template text
                    theme thumb thumbnail title topic topics translator twitter type uid unsplash
                    uri video videos website weight width writer youtube
                    """
                            .strip()
                            .split("\\s+"));

    private HarmlessFields() {}

    /// @param name the words of a name, joined
    static boolean contain(String name, List<String> words) {
        return NAMES.contains(name) || !words.isEmpty() && WORDS.containsAll(words);
    }
}
