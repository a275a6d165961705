package dev.byline.term;

import dev.byline.change.Change;
import dev.byline.sql.Moment;
import dev.byline.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A term as a command holds it: locked, with the instant of the command. What it was and what it
/// is tells what the log says of it, and which of its slugs are former ones.
final class HeldTerm<T extends Term<I>, I extends Record & TermInput> {
    final TermKind<T, I> kind;
    final T term;
    final Moment moment;

    private final String slugBefore;
    private final boolean wasInternal;
    private final I before;
    private List<String> addedSlugs = List.of();

    HeldTerm(TermKind<T, I> kind, T term, Moment moment) {
        this.kind = kind;
        this.term = term;
        this.moment = moment;
        this.slugBefore = term.slug;
        this.wasInternal = term.internal;
        this.before = kind.content(term);
    }

    /// The slug that an input gives it.
    String slugOf(I input) {
        return input.slug() == null ? term.slug : input.slug();
    }

    /// Takes what the input says. With the same content nothing changes, not even the version.
    ///
    /// @param formerSlugs those that it did not have before
    void write(I input, List<String> formerSlugs) {
        term.slug = slugOf(input);
        term.internal = input.internal() == null ? term.internal : input.internal();
        addedSlugs = formerSlugs;
        if (!kind.content(term.slug, input).equals(kind.content(term))) {
            term.write(input, moment.now());
        }
        if (!changes().isEmpty()) {
            term.updatedAt = moment.now();
        }
    }

    /// In the order in which they are logged; none where nothing was done.
    List<Change> changes() {
        var acts = new ArrayList<TermAct>();
        if (isRenamed()) {
            acts.add(TermAct.RENAMED);
        }
        if (!addedSlugs.isEmpty()) {
            acts.add(TermAct.FORMER_SLUGS_ADDED);
        }
        if (isForOthers()) {
            acts.add(term.internal ? TermAct.MADE_INTERNAL : TermAct.MADE_PUBLIC);
        }
        if (!kind.content(term.slug, before).equals(kind.content(term))) {
            acts.add(TermAct.CHANGED);
        }
        return acts.stream().map(act -> Change.of(act.of(kind), id())).toList();
    }

    private boolean isRenamed() {
        return !term.slug.equals(slugBefore);
    }

    /// Whether readers lose or get it.
    boolean isForOthers() {
        return term.internal != wasInternal;
    }

    /// The statements that write down its former slugs.
    Stream<Sql> formerSlugs() {
        var slugs = kind.formerSlugs();
        var retired =
                isRenamed()
                        ? Stream.of(slugs.retired(slugBefore, id(), moment.now()))
                        : Stream.<Sql>of();
        return addedSlugs.isEmpty()
                ? retired
                : Stream.concat(retired, Stream.of(slugs.added(addedSlugs, id(), moment.now())));
    }

    private UUID id() {
        return term.id;
    }
}
