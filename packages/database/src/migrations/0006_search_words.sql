-- Every stem that any letter holds. A query word that is misspelt, misread by OCR or part of a compound is
-- looked up here first (a small table), then the letters are searched for the stems it stands for.
create table search_words (
  word text primary key
);
create index search_words_similar on search_words using gin (word gin_trgm_ops);

create function learn_search_words() returns trigger language plpgsql as $$
begin
  -- In order, so that two letters with the same new words wait for each other instead of deadlocking.
  insert into search_words
    select lexeme from unnest(new.search) where lexeme ~ '^[[:alpha:]]{4,30}$' order by lexeme
    on conflict do nothing;
  return null;
end $$;
create trigger document_texts_words after insert or update of search on document_texts
  for each row execute function learn_search_words();

-- A letter is also found by the name and number of its account, and by the values of its fields,
-- so that one index answers whatever the customer says on the phone.
create function as_search_number(value text) returns tsvector language sql immutable as $$
  select array_to_tsvector(array(select distinct one from unnest(array[
    lower(regexp_replace(value, '[^0-9A-Za-z]', '', 'g')), regexp_replace(value, '[^0-9]', '', 'g')]) as one
    where length(one) between 3 and 40));
$$;

create function search_account() returns trigger language plpgsql as $$
begin
  if new.linked then
    update document_texts
      set search = search || to_tsvector('mailroom_german', new.name) || as_search_number(new.customer_number)
      where document_id = new.document_id;
  end if;
  return null;
end $$;
create trigger account_links_search after insert or update of linked on account_links
  for each row execute function search_account();

create function search_field() returns trigger language plpgsql as $$
begin
  update document_texts set search = search || as_search_number(new.value) where document_id = new.document_id;
  return null;
end $$;
create trigger fields_search after insert on fields
  for each row when (new.value ~ '[0-9]{4}') execute function search_field();
