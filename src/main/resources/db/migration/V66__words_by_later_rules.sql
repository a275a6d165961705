-- All texts are read again for the search (see V11): the rules by which their words are made have come to know more scripts.
-- What is on the list already stays on it as it is.
insert into search_pending
select min(revision_id::text)::uuid, max(revision_id::text)::uuid, count(*)
from (select revision_id, (row_number() over (order by revision_id) - 1) / 100 as batch from search_document) numbered
group by batch
on conflict do nothing;
