/*
 * The rows of the pipeline's tables, filled as a whole. `letters` holds, for every letter: id, text, channel, state,
 * intents and fields as JSON, customer_number and name of the account, and its lexemes without the day.
 */

/** 14,000 letters on each business day, from six in the morning to six in the evening. */
const dayOf = (
  id: string,
) => `timestamptz '2025-12-01 06:00Z' + ((${id} - 1) / 14000 / 5 * 7 + (${id} - 1) / 14000 % 5) * interval '1 day'
  + (${id} - 1) % 14000 * interval '3 seconds'`;

export const prepareTables = `
  create table if not exists bench_indexes (definition text primary key);
  insert into batches (id, name, source, received_at) overriding system value values (1, 'bench', 'backfill', now())
  on conflict do nothing`;

const insertLetters = `, dated as (
    select *, ${dayOf('id')} as received_at, encode(sha256(id::text::bytea), 'hex') as sha256 from letters
  ), document_rows as (
    insert into documents (id, sha256, bytes, file_name, media_type, channel, batch_id, received_at, receipt_date, priority,
      state, page_count, event_count, last_event_hash, created_at, state_since)
    overriding system value
    select id, sha256, 60000, id || '.tif', 'image/tiff', channel, 1, received_at, received_at::date, 10, state, 1, 5, sha256,
      received_at, received_at from dated
  ), text_rows as (
    insert into document_texts (document_id, text) select id, text from dated
  ), search_rows as (
    insert into document_search (document_id, received_at, lexemes)
    select id, received_at, lexemes || array_to_tsvector(array[to_char(received_at at time zone 'UTC', '"Day:"YYYY-MM-DD'),
      to_char(received_at at time zone 'UTC', '"Month:"YYYY-MM')]) from dated
  ), intent_rows as (
    insert into intents (document_id, position, intent, confidence, evidence, chosen)
    select id, position - 1, one->>'intent', 0.97, '{}', true
    from dated, json_array_elements(intents) with ordinality as given (one, position)
  ), account_rows as (
    insert into account_links (document_id, position, customer_number, name, confidence, evidence, linked)
    select id, 0, customer_number, name, 0.99, '{Kundennummer}', true from dated where customer_number is not null
  ), field_rows as (
    insert into fields (document_id, name, value, words)
    select id, one->>'name', one->>'value', one->>'value' from dated, json_array_elements(fields) as one
  )
  insert into work_items (document_id, intent, queue, customer_number, due_at, state)
  select id, one->>'intent', one->>'queue', customer_number, received_at + interval '5 days', 'done'
  from dated, json_array_elements(intents) as one`;

/** $1: the letters as JSON. */
export const insertInvented = `
  with letters as materialized (
    select id, text, channel, state, intents, fields, customer_number, name, search::tsvector as lexemes
    from json_to_recordset($1) as letter (id bigint, text text, channel text, state text, intents json, fields json,
      customer_number text, name text, search text)
  ) ${insertLetters}`;

/**
 * Letters $1 to $2, each like one of the first $3, but with all digits exchanged (so other numbers, accounts
 * and dates) and its rare words, misread ones above all, turned into other rare words in the index.
 */
export const insertVaried = `
  with twins as materialized (
    select id, (id - 1) % $3 + 1 as original,
      (select string_agg(((digit * (array[1, 3, 7, 9])[(id - 1) / $3 / 10 % 4 + 1] + (id - 1) / $3) % 10)::text, '' order by digit)
       from generate_series(0, 9) as digit) as digits,
      chr(97 + ((id - 1) / $3)::int % 26) as mark
    from generate_series($1::bigint, $2::bigint) as id
  ), letters as materialized (
    select twins.id, translate(text, '0123456789', digits) as text, channel, state,
      (select coalesce(json_agg(json_build_object('intent', intent, 'queue', queue)), '[]') from work_items where document_id = original) as intents,
      (select coalesce(json_agg(json_build_object('name', name, 'value', translate(value, '0123456789', digits))), '[]')
       from fields where document_id = original) as fields,
      translate(customer_number, '0123456789', digits) as customer_number, name,
      (select array_to_tsvector(array_agg(case
          when lexeme ~ '[0-9]' then translate(lexeme, '0123456789', digits)
          when lexeme collate "C" < 'a' or lexeme in (select word from bench_common_words) then lexeme
          else lexeme || mark end))
       from unnest(tsvector_to_array(lexemes)) as lexeme where lexeme not like 'Day:%' and lexeme not like 'Month:%') as lexemes
    from twins join documents on documents.id = original join document_texts on document_texts.document_id = original
      join document_search on document_search.document_id = original
      left join account_links on account_links.document_id = original
  ) ${insertLetters}`;

/** What the letters that teach their words have taught after so many of them (see learn_search_words). */
export const learnWords = `
  insert into search_words (word, magnitude)
  select word, ceil(log(2, count(*) + 1)) from document_search, unnest(tsvector_to_array(lexemes)) as word
  where (document_id <= 100000 or document_id % 64 = 0) and word ~ '^[[:lower:]]{4,30}$' group by word
  on conflict (word) do update set magnitude = excluded.magnitude`;

/** A third of the letters after $1 waits for a person; the trigger writes that into the index. */
export const markReview = `
  with doubtful as (delete from work_items where document_id > $1 and document_id % 3 = 0 returning document_id)
  update documents set state = 'review' where id in (select document_id from doubtful)`;
