-- Flyway runs this before each migration. PostgreSQL 15 refuses a column with a default (V35) in a table whose row type a
-- function with a parsed body uses (`begin atomic`), as V5 and V8 made one. With its body as text it does the same.
do $do$
begin
    if exists (
        select from pg_proc
        where proname = 'search_words_of' and pronamespace = current_schema()::regnamespace and prosqlbody is not null)
    then
        create or replace function search_words_of(r revision) returns setof text
            language sql stable
        as $body$
            with written as materialized (
                select left(concat_ws(' ', r.title, r.summary, r.body_text), 200000) as words
            ), composed as materialized (
                select case when words is nfc normalized then words else normalize(words, NFC) end as words from written
            )
            select word
            from composed, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_text(words)))) word
            where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$'
        $body$;
    end if;
end
$do$;
