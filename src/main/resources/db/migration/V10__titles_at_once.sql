-- The words of titles went into a list beside their index, to be taken in later, and each search read through that list: after
-- an import or a busy day for a third of a millisecond and more, which is as long as all the rest. A title has ten words.
alter index search_document_title set (fastupdate = off);
select gin_clean_pending_list('search_document_title');
