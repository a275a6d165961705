-- The words of what is published are read a third as long: the text is put together and normalised once, where
-- PostgreSQL wrote the expression out anew wherever search_text names it, and only where it is not normalised yet.
create or replace function search_words_of(r revision) returns setof text
    language sql stable
begin atomic
    with written as materialized (
        select left(concat_ws(' ', r.title, r.summary, r.body_text), 200000) as words
    ), composed as materialized (
        select case when words is nfc normalized then words else normalize(words, NFC) end as words from written
    )
    select word
    from composed, unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_text(words)))) word
    where length(word) between 4 and 40 and word ~ '^[[:alpha:]]+$';
end;

-- An exception block begins a subtransaction, which a parallel worker cannot before PostgreSQL 17.
alter function search_vector(text, text) parallel unsafe;
