package dev.byline.term;

import dev.byline.change.Act;
import dev.byline.change.Acts;
import dev.byline.change.ChangeFilterFields;
import dev.byline.filter.FilterField;
import dev.byline.filter.FilterFields;
import dev.byline.list.FormerSlugs;
import dev.byline.property.Properties;
import dev.byline.record.Components;
import dev.byline.record.EntityFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The terms of a kind: what they are called, and how they are stored and shown.
public abstract class TermKind<T extends Term<I>, I extends Record & TermInput>
        implements FilterFields, Acts {
    private final String noun;
    private final String about;
    private final Class<T> type;
    private final Class<I> input;
    private final Components<I> inputs;
    private final Properties<? extends TermView> properties;

    /// @param noun names the table, the acts of the change log and the keys of the cache; with an
    ///     `s` behind it the path
    /// @param about the column that says more of them, in which a search looks too
    /// @param properties of the row `x`
    protected TermKind(
            String noun,
            String about,
            Class<T> type,
            Class<I> input,
            Properties<? extends TermView> properties) {
        this.noun = noun;
        this.about = about;
        this.type = type;
        this.input = input;
        this.inputs = Components.of(input);
        this.properties = properties;
    }

    /// One that says nothing yet.
    protected abstract T blank();

    String noun() {
        return noun;
    }

    String about() {
        return about;
    }

    Class<T> type() {
        return type;
    }

    Class<I> input() {
        return input;
    }

    Properties<? extends TermView> properties() {
        return properties;
    }

    /// As an editor gets it, without the number of its articles.
    TermView view(T term) {
        return properties.of(term);
    }

    /// What a term says, as it would be written: without former slugs, and whoever it is for.
    I content(T term) {
        return content(EntityFields.of(term));
    }

    /// What a term of this slug says by an input.
    I content(String slug, I input) {
        var values = inputs.values(input);
        values.put("slug", slug);
        return content(values);
    }

    private I content(Map<String, Object> values) {
        values.put("formerSlugs", List.of());
        values.put("internal", null);
        return inputs.make(values);
    }

    String plural() {
        return noun + "s";
    }

    @Override
    public List<Act> acts() {
        return Stream.of(TermAct.values()).map(act -> act.of(this)).toList();
    }

    FormerSlugs formerSlugs() {
        return TermLookup.formerSlugs(noun);
    }

    String key(Object id) {
        return noun + ":" + id;
    }

    @Override
    public List<FilterField> all() {
        return filterFields(true);
    }

    /// What a filter may ask for, of those that who may edit knows of, or who may not.
    List<FilterField> filterFields(boolean seesDrafts) {
        var named = TermLookup.isNamed(noun, seesDrafts);
        return Stream.concat(
                        properties
                                .filterFields(Map.of("slug", slug -> slug.leadingTo(named)))
                                .stream(),
                        ChangeFilterFields.of(noun, "x.id").stream())
                .toList();
    }
}
