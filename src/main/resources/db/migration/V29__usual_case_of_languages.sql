-- Languages are stored in the case that RFC 5646 (section 2.1.1) recommends: those that are not yet. After a part of one
-- letter all is small.

with part as (
    select r.id, p.text, p.place,
        coalesce(bool_or(length(p.text) = 1) over (partition by r.id order by p.place), false) as extended
    from revision r
    cross join lateral regexp_split_to_table(lower(r.language), '-') with ordinality p (text, place)
    where r.language !~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?$'
), usual as (
    select id, string_agg(
        case
            when place = 1 or extended then text
            when length(text) = 2 then upper(text)
            when length(text) = 4 then initcap(text)
            else text
        end, '-' order by place) as language
    from part
    group by id
)
update revision r set language = usual.language
from usual
where usual.id = r.id and usual.language is distinct from r.language;
