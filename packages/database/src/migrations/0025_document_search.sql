-- What the desk searches: one narrow row a letter and one GIN index over its words, numbers and facts
-- (docs/decisions/search.md). Written once when the letter settles, and again when its facts change.

drop trigger document_texts_words on document_texts;
drop trigger account_links_search on account_links;
drop trigger fields_search on fields;
drop function learn_search_words, search_account, search_field, search_of;
drop table search_words;
alter table document_texts drop column search;
drop function as_search_number;

-- The signs that recognition confuses become one, so that "Kündigung", "Kuendigung" and "Kündlgung" meet.
-- cut-snippet.ts does the same.
create function blur(words text) returns text language sql immutable parallel safe as $$
  select translate(replace(replace(replace(replace(replace(replace(replace(words,
    'rn', 'm'), 'vv', 'w'), 'cl', 'd'), 'ii', 'u'), 'ue', 'u'), 'oe', 'o'), 'ae', 'a'), 'l1j|0582', 'iiiiosbz');
$$;

-- A word parted at the end of a line is put together; a capital B inside a word was a sharp s.
create function mend_words(letter text) returns text language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(letter, '([[:alpha:]])-\n([[:lower:]])', '\1\2', 'g'),
    '([[:lower:]])B(?=[[:lower:]]|\M)', '\1ss', 'g');
$$;

-- The stems of a text, blurred all at once; what holds a number stays as it is. A tsvector holds at most 1 MB.
create function word_lexemes(letter text) returns text[] language sql stable strict parallel safe as $$
  select string_to_array(blur(string_agg(stem, ' ') filter (where stem !~ '[0-9]{3}')), ' ')
    || array_agg(stem) filter (where stem ~ '[0-9]{3}')
  from unnest(tsvector_to_array(to_tsvector('mailroom_german',
    translate(mend_words(left(letter, 200000)), '@._/\+-<>&', '          ')))) as stem;
$$;

-- Every number of a text without spaces and dashes, so that it is found however it is typed.
create function number_lexemes(letter text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct left(regexp_replace(found[1], '[^0-9]', '', 'g'), 40)
    from (select regexp_matches(left(letter, 200000), '([0-9][0-9 \t./-]{2,}[0-9])', 'g') as found limit 2000) numbers);
$$;

-- A value that is one number: with the letters before it and without.
create function value_lexemes(value text) returns text[] language sql immutable strict parallel safe as $$
  select array(select distinct one from unnest(array[
    lower(regexp_replace(value, '[^0-9A-Za-z]', '', 'g')), regexp_replace(value, '[^0-9]', '', 'g')]) as one
    where length(one) between 3 and 40);
$$;

create table document_search (
  document_id bigint primary key references documents on delete cascade,
  received_at timestamptz not null,
  lexemes tsvector not null
);
-- Without statistics the planner takes every query for a rare one and keeps to the index.
alter table document_search alter column lexemes set storage external, alter column lexemes set statistics 0;

-- Facts begin with a capital, which no word of a letter does: what somebody writes cannot pass for a fact.
create function search_lexemes(wanted bigint) returns tsvector language sql stable as $$
  select array_to_tsvector(array(select lexeme from (
    select unnest(word_lexemes(text) || number_lexemes(text)) from document_texts where document_id = wanted
    union all
    select unnest(word_lexemes(name) || value_lexemes(customer_number) || ('Account:' || customer_number))
      from account_links where document_id = wanted and linked
    union all
    select unnest(value_lexemes(value)) from fields where document_id = wanted and value ~ '[0-9]{4}'
    union all
    select 'Intent:' || intent from intents where document_id = wanted and chosen
    union all
    select 'Queue:' || queue from work_items where document_id = wanted
    union all
    select unnest(array['State:' || state, 'Channel:' || channel,
        to_char(received_at at time zone 'UTC', '"Day:"YYYY-MM-DD'), to_char(received_at at time zone 'UTC', '"Month:"YYYY-MM')])
      from documents where id = wanted
  ) found (lexeme) where lexeme <> ''));
$$;

-- The words of letters, by which a word typed wrong, begun, or part of a compound is looked up. `magnitude` counts
-- as Morris did: about the binary logarithm of the letters that hold the word, so that common words are seldom written.
create table search_words (
  word text collate "C" primary key,
  magnitude smallint not null default 1
);
create index search_words_backwards on search_words (reverse(word) collate "C");

-- One at a time, so that two letters with the same words cannot wait for each other in a circle.
create function learn_search_words(lexemes tsvector) returns void language plpgsql as $$
declare
  words text[] := array(select one from unnest(tsvector_to_array(lexemes)) as one where one ~ '^[[:lower:]]{4,30}$');
begin
  perform pg_advisory_xact_lock(7245004);
  update search_words set magnitude = magnitude + 1 where word = any(words) and random() < 2.0 ^ -magnitude;
  insert into search_words (word) select unnest(words) on conflict do nothing;
end $$;

-- The first letters teach their words, then every 64th: what is common is known by then, and what recognition
-- makes of it never ends.
create function keep_searchable(wanted bigint) returns void language plpgsql as $$
declare
  lexemes_now tsvector := search_lexemes(wanted);
begin
  if (select is_replaced from documents where id = wanted) then
    delete from document_search where document_id = wanted;
    return;
  end if;
  update document_search set lexemes = lexemes_now where document_id = wanted and lexemes <> lexemes_now;
  if found or exists (select from document_search where document_id = wanted) then return; end if;
  insert into document_search select id, received_at, lexemes_now from documents where id = wanted;
  if wanted <= 100000 or wanted % 64 = 0 then perform learn_search_words(lexemes_now); end if;
end $$;

-- Deferred: at the end of the transaction everything that the stage or the person decided is written.
create function document_settled() returns trigger language plpgsql as $$
begin
  if new.state in ('routed', 'review', 'rejected') or exists (select from document_search where document_id = new.id) then
    perform keep_searchable(new.id);
  end if;
  return null;
end $$;
create constraint trigger documents_search after update of state, is_replaced on documents
  deferrable initially deferred for each row execute function document_settled();

create function work_forwarded() returns trigger language plpgsql as $$
begin
  perform keep_searchable(new.document_id);
  return null;
end $$;
create constraint trigger work_items_search after update of queue on work_items
  deferrable initially deferred for each row when (old.queue <> new.queue) execute function work_forwarded();

select keep_searchable(id) from documents where state in ('routed', 'review', 'rejected') order by id;

create index document_search_lexemes on document_search using gin (lexemes) with (fastupdate = off);

-- What is not delivered is little, and looked for newest first too.
create index documents_undelivered on documents (state, received_at desc, id desc) where state <> 'routed';
