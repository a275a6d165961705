-- What the words of a text are is decided by the application, alike under every locale of the database. Texts that something
-- else wrote, a server of the release before or a program of its own, get their words here as before, and are read again later:
-- servers do that in the background (article/Reindexing), a row of search_pending after the other.

create table search_pending (
    first_revision uuid    primary key,
    last_revision  uuid    not null,
    texts          integer not null
);

-- As V5 has it, but where the connection says that the application writes the words, it only does what is not about words.
create or replace function search_revision_written() returns trigger
    language plpgsql
as $$
declare
    a article;
    is_newest boolean;
    has_words constant boolean := coalesce(current_setting('byline.search', true), '') = 'application';
    has_texts boolean := true;
begin
    if not has_words and new.live_from is not null and (tg_op = 'INSERT' or old.live_from is null) then
        insert into search_word
        select used.word from search_words_of(new) used (word)
        where not exists (select from search_word known where known.word = used.word)
        order by used.word
        on conflict do nothing;
    end if;
    if tg_op = 'UPDATE' then
        has_texts := (new.title, new.summary, new.body_text, new.language)
            is distinct from (old.title, old.summary, old.body_text, old.language);
        update search_document set live_from = new.live_from, live_until = new.live_until
        where revision_id = new.id;
        if found and not has_texts then
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
    if has_words and tg_op = 'INSERT' then
        return null;
    end if;
    delete from search_document where revision_id = new.id;
    if is_newest or new.live_from is not null then
        select * into a from article where id = new.article_id;
        insert into search_document select d.* from search_document_of(new, a, is_newest) d;
        insert into search_pending values (new.id, new.id, 1) on conflict do nothing;
    end if;
    return null;
end
$$;

-- All that is there is to be read again, a hundred texts at a time. What a server of the release before writes meanwhile would
-- be missed: it waits for this list, a second for a million articles, and readers do not.
lock table revision in share row exclusive mode;

insert into search_pending
select min(revision_id::text)::uuid, max(revision_id::text)::uuid, count(*)
from (select revision_id, (row_number() over (order by revision_id) - 1) / 100 as batch from search_document) numbered
group by batch;
