-- Full-text search. What of a revision is searched stands in a narrow row of its own, written by triggers in the
-- transaction that writes the revision: its words as tsvectors, and beside them all that decides who may find it and
-- where it ranks, so that ten thousand hits are filtered and ranked without a look at revision, article, or TOAST.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- For each language that PostgreSQL stems, its configuration with accents folded before the stemmer. (Stop words with
-- accents are words then, as French été is the summer.) byline_simple folds accents only, for every other language.
create text search configuration byline_simple (copy = pg_catalog.simple);
alter text search configuration byline_simple
    alter mapping for word, hword, hword_part with unaccent, simple;

do $$
declare
    stemmed text;
begin
    foreach stemmed in array array['arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish',
        'french', 'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali',
        'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish']
    loop
        execute format('create text search configuration byline_%1$s (copy = pg_catalog.%1$s)', stemmed);
        execute format('alter text search configuration byline_%1$s alter mapping for word, hword, hword_part with unaccent, pg_catalog.%1$s_stem', stemmed);
    end loop;
end
$$;

-- How a text in this language (a tag of BCP 47) is stemmed: byline_ and this name is its configuration.
create function search_stemming(language text) returns text
    language sql immutable parallel safe
    return case split_part(lower(language), '-', 1)
        when 'ar' then 'arabic' when 'hy' then 'armenian' when 'eu' then 'basque' when 'ca' then 'catalan'
        when 'da' then 'danish' when 'nl' then 'dutch' when 'en' then 'english' when 'fi' then 'finnish'
        when 'fr' then 'french' when 'de' then 'german' when 'el' then 'greek' when 'hi' then 'hindi'
        when 'hu' then 'hungarian' when 'id' then 'indonesian' when 'ga' then 'irish' when 'it' then 'italian'
        when 'lt' then 'lithuanian' when 'ne' then 'nepali' when 'no' then 'norwegian' when 'nb' then 'norwegian'
        when 'nn' then 'norwegian' when 'pt' then 'portuguese' when 'ro' then 'romanian' when 'ru' then 'russian'
        when 'sr' then 'serbian' when 'es' then 'spanish' when 'sv' then 'swedish' when 'ta' then 'tamil'
        when 'tr' then 'turkish' when 'yi' then 'yiddish' else 'simple' end;

-- A text as PostgreSQL's parser gets it, character for character as long: no tags, entities or paths in it, which the
-- parser would take for tokens of their own, and no marks of highlights (U+E000, U+E001).
create function search_text(original text) returns text
    language sql immutable parallel safe
    return case when original ~ E'[<>&/\uE000\uE001]' then translate(original, E'<>&/\uE000\uE001', '      ')
        else original end;

-- A tsvector holds a megabyte of words: of a longer text, the beginning.
create function search_vector(stemming text, original text) returns tsvector
    language plpgsql stable parallel safe
as $$
declare
    configuration regconfig := ('byline_' || stemming)::regconfig;
    words text := search_text(case when original is nfc normalized then original else normalize(original, NFC) end);
begin
    return to_tsvector(configuration, words);
exception when program_limit_exceeded then
    return to_tsvector(configuration, left(words, 200000));
end
$$;

-- The two dozen words that a text repeats most, with their places: what it is about.
create function search_gist(body tsvector) returns tsvector
    language sql immutable parallel safe
    return ts_delete(body, array(
        select lexeme from (
            select lexeme, cardinality(positions) as times,
                row_number() over (order by cardinality(positions) desc, lexeme) as place
            from unnest(body)) words
        where place > 24 or times < 3));

create table search_document (
    revision_id  uuid        primary key references revision on delete cascade,
    article_id   uuid        not null references article on delete cascade,
    number       integer     not null,
    newest       boolean     not null,
    -- copies of what revision and article say
    trashed      boolean     not null,
    live_from    timestamptz,
    live_until   timestamptz,
    published_at timestamptz,
    language     text        not null,
    stemming     text        not null,
    -- title (A), summary (B), and what the body repeats (C): small, so that ranking reads no TOAST
    ranking      tsvector    not null,
    -- title (A), summary (B), body (D); and the words of title and summary unstemmed, for prefixes
    words        tsvector    not null
) with (fillfactor = 70); -- publishing changes the row in its page, and no index

-- The words of texts that are or were published or planned, as they are written: what a misspelt one may have meant.
-- Whether one finds anything for who asks is seen at each use.
create table search_word (
    word text primary key
);

create function search_document_of(r revision, a article, is_newest boolean) returns search_document
    language plpgsql stable
as $$
declare
    stemming text := search_stemming(r.language);
    title tsvector := setweight(search_vector(stemming, r.title), 'A');
    summary tsvector := setweight(search_vector(stemming, coalesce(r.summary, '')), 'B');
    body tsvector := search_vector(stemming, r.body_text);
begin
    return row(r.id, r.article_id, r.number, is_newest, a.trashed_at is not null, r.live_from, r.live_until,
        a.published_at, r.language, stemming,
        title || summary || setweight(search_gist(body), 'C'),
        title || summary || body || setweight(search_vector('simple', r.title), 'A')
            || setweight(search_vector('simple', coalesce(r.summary, '')), 'B'))::search_document;
exception when program_limit_exceeded then
    return row(r.id, r.article_id, r.number, is_newest, a.trashed_at is not null, r.live_from, r.live_until,
        a.published_at, r.language, stemming, title || summary, title || summary)::search_document;
end
$$;

create function search_words_of(r revision) returns setof text
    language sql stable
begin atomic
    select word
    from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_text(normalize(
        left(concat_ws(' ', r.title, r.summary, r.body_text), 200000), NFC))))) word
    where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$';
end;

-- What a server of the release before writes meanwhile would be missed: it waits, and readers do not.
lock table article, revision in share row exclusive mode;

insert into search_document
select d.*
from revision r join article a on a.id = r.article_id
    cross join search_document_of(r, a, r.number = a.newest_revision) d
where r.live_from is not null or r.number = a.newest_revision;

insert into search_word
select distinct word from revision r cross join search_words_of(r) word where r.live_from is not null;

create index search_document_article on search_document (article_id, number);
create index search_document_stemming on search_document (stemming, live_from);
create index search_document_words on search_document using gin (words) with (gin_pending_list_limit = 512);
create index search_document_title on search_document using gin (ts_filter(ranking, '{a}')) with (gin_pending_list_limit = 512);
create index search_word_similar on search_word using gin (word gin_trgm_ops);

-- A row for each revision that has a place on the timeline, and for the newest of each article.
create function search_revision_written() returns trigger
    language plpgsql
as $$
declare
    a article;
    is_newest boolean;
begin
    if new.live_from is not null and (tg_op = 'INSERT' or old.live_from is null) then
        insert into search_word
        select used.word from search_words_of(new) used (word)
        where not exists (select from search_word known where known.word = used.word)
        order by used.word
        on conflict do nothing;
    end if;
    if tg_op = 'UPDATE' and (new.title, new.summary, new.body_text, new.language)
            is not distinct from (old.title, old.summary, old.body_text, old.language) then
        update search_document set live_from = new.live_from, live_until = new.live_until
        where revision_id = new.id;
        if found then
            delete from search_document where revision_id = new.id and live_from is null and not newest;
            return null;
        end if;
    end if;
    is_newest := not exists (select from revision where article_id = new.article_id and number > new.number);
    if is_newest then
        delete from search_document
        where article_id = new.article_id and live_from is null and revision_id <> new.id;
        update search_document set newest = false
        where article_id = new.article_id and newest and revision_id <> new.id;
    end if;
    delete from search_document where revision_id = new.id;
    if is_newest or new.live_from is not null then
        select * into a from article where id = new.article_id;
        insert into search_document select d.* from search_document_of(new, a, is_newest) d;
    end if;
    return null;
end
$$;
create trigger search_revision_written
    after insert or update of title, summary, body_text, language, live_from, live_until on revision
    for each row execute function search_revision_written();

create function search_article_written() returns trigger
    language plpgsql
as $$
begin
    update search_document set trashed = new.trashed_at is not null, published_at = new.published_at
    where article_id = new.id;
    return null;
end
$$;
create trigger search_article_written
    after update of trashed_at, published_at on article
    for each row when (new.trashed_at is distinct from old.trashed_at or new.published_at is distinct from old.published_at)
    execute function search_article_written();

-- Authors and tags are few: they are found by any part of their names, with slips, and by the words of what is said of them.
create function search_folded(original text) returns text
    language sql immutable parallel safe
    return lower(unaccent('unaccent'::regdictionary, normalize(original, NFC)));

create index author_by_folded_name on author using gin (search_folded(name || ' ' || slug) gin_trgm_ops);
create index author_by_biography on author using gin (to_tsvector('byline_simple', coalesce(biography, '')));
create index tag_by_folded_name on tag using gin (search_folded(name || ' ' || slug) gin_trgm_ops);
create index tag_by_description on tag using gin (to_tsvector('byline_simple', coalesce(description, '')));
