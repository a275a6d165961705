package dev.byline.revision;

import dev.byline.change.Act;
import dev.byline.change.Acts;
import dev.byline.identity.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A kind of stories: what one is called. Each has slugs of its own, and whatever reads or changes
/// stories says of which kind.
public abstract class StoryKind implements Acts {
    private final String noun;
    private final Set<String> reserved;
    private final Permission writing;
    private final Permission publishing;

    /// @param noun names the rows, the acts of the change log and the keys of the cache; with an
    ///     `s` behind it the path
    /// @param reserved what is no slug of one, for the API has another resource there
    /// @param writing what it takes to write one
    /// @param publishing what it takes to change what readers get
    protected StoryKind(
            String noun, Set<String> reserved, Permission writing, Permission publishing) {
        this.noun = noun;
        this.reserved = reserved;
        this.writing = writing;
        this.publishing = publishing;
    }

    public String noun() {
        return noun;
    }

    public Permission writing() {
        return writing;
    }

    public Permission publishing() {
        return publishing;
    }

    public Set<String> reserved() {
        return reserved;
    }

    /// In addresses, and the key under which caches keep what lists of them show.
    public String plural() {
        return plural(noun);
    }

    /// Likewise, of a row's kind.
    public static String plural(String noun) {
        return noun + "s";
    }

    /// Under which caches keep what shows the one of this id.
    public String key(Object id) {
        return key(noun, id);
    }

    /// Likewise, of a row's kind.
    public static String key(String noun, Object id) {
        return noun + ":" + id;
    }

    /// That the row of this alias is of the kind, as SQL.
    public String is(String alias) {
        return "%s.kind = '%s'".formatted(alias, noun);
    }

    @Override
    public List<Act> acts() {
        return Stream.of(StoryAct.values()).map(act -> act.of(this)).toList();
    }

    /// What is done to those of this kind alone.
    protected List<Act> further() {
        return List.of();
    }

    /// What is another after an act of the log, see [Act#properties].
    public List<String> changedBy(String act) {
        return Stream.concat(acts().stream(), further().stream())
                .filter(one -> one.text().equals(act))
                .flatMap(one -> one.properties().stream())
                .toList();
    }

    @Override
    public String toString() {
        return noun;
    }
}
