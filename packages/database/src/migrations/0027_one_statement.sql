-- What stages found out is written by one statement, files that come in together are registered by one.

create function insert_findings(findings json) returns void language plpgsql as $$
declare
  by_table record;
begin
  select * into by_table from json_to_record(findings) as tables (doubts json, pages json, document_texts json,
    intents json, fields json, account_links json, work_items json, review_items json);
  if by_table.doubts is not null then
    insert into doubts (document_id, stage, reason)
      select document_id, stage, reason from json_populate_recordset(null::doubts, by_table.doubts);
  end if;
  if by_table.pages is not null then
    insert into pages (document_id, number, source, width_px, height_px, x_dpi, y_dpi, turn, confidence, blank,
        ink_ratio, notes, text, look, words)
      select document_id, number, source, width_px, height_px, x_dpi, y_dpi, turn, confidence, blank,
        ink_ratio, notes, text, look, words
      from json_populate_recordset(null::pages, by_table.pages);
  end if;
  if by_table.document_texts is not null then
    insert into document_texts (document_id, text)
      select document_id, text from json_populate_recordset(null::document_texts, by_table.document_texts)
      on conflict (document_id) do update set text = excluded.text;
  end if;
  if by_table.intents is not null then
    insert into intents (document_id, position, intent, confidence, evidence, chosen)
      select document_id, position, intent, confidence, evidence, chosen
      from json_populate_recordset(null::intents, by_table.intents);
  end if;
  if by_table.fields is not null then
    insert into fields (document_id, name, value, words)
      select document_id, name, value, words from json_populate_recordset(null::fields, by_table.fields);
  end if;
  if by_table.account_links is not null then
    insert into account_links (document_id, position, customer_number, name, confidence, evidence, linked)
      select document_id, position, customer_number, name, confidence, evidence, linked
      from json_populate_recordset(null::account_links, by_table.account_links);
  end if;
  -- One work item per intent of a document, however often this runs.
  if by_table.work_items is not null then
    insert into work_items (document_id, intent, queue, customer_number, due_at)
      select document_id, intent, queue, customer_number, due_at
      from json_populate_recordset(null::work_items, by_table.work_items)
      on conflict (document_id, intent) do nothing;
  end if;
  if by_table.review_items is not null then
    insert into review_items (document_id, reason, stage)
      select document_id, reason, stage from json_populate_recordset(null::review_items, by_table.review_items)
      on conflict (document_id) do update
        set reason = excluded.reason, stage = excluded.stage, state = 'open', created_at = now(), done_at = null;
  end if;
end $$;

-- As before; and who sent a fax, as its header line says, where the channel knows nothing of it.
create or replace function advance_document(document bigint, from_state text, facts json, news json) returns void
language plpgsql as $$
declare
  stored documents;
  first_receipt_date date;
  first_sender text;
begin
  select * into stored from documents where id = document and state = from_state for no key update;
  if not found then
    raise exception 'document % is no longer %', document, from_state using errcode = 'MR001';
  end if;
  first_receipt_date := stored.receipt_date; -- evidence: written once
  first_sender := stored.sender;
  stored := json_populate_record(stored, facts);
  select chained.event_count, chained.last_event_hash into stored.event_count, stored.last_event_hash
    from chain_events(document, stored.event_count, stored.last_event_hash, news) as chained;
  update documents set
    state = stored.state, reason = stored.reason, attempts = 0, last_error = null, not_before = now(),
    state_since = now(), page_count = stored.page_count, searchable_pdf = stored.searchable_pdf,
    media_type = stored.media_type, model_version = stored.model_version,
    sender = coalesce(first_sender, stored.sender), receipt_date = coalesce(first_receipt_date, stored.receipt_date),
    event_count = stored.event_count, last_event_hash = stored.last_event_hash
    where id = document;
end $$;

-- Letters of two accounts are never the same letter: form letters of many customers are not read for each other.
drop function twin_candidates, claim_twin_keys;
create function twin_candidates(of_document bigint, at timestamptz, account text, keys bigint[])
returns table (id bigint, shared bigint) language sql stable as $$
  select found.document_id, count(*)
  from unnest(keys) as wanted (key)
    cross join lateral (
      select document_id from twin_keys
      where twin_keys.key = wanted.key and received_at between at - interval '30 days' and at + interval '30 days'
      order by received_at desc limit 30) as found
    join documents on documents.id = found.document_id and state in ('routed', 'review')
  where found.document_id <> of_document and (account is null or not exists (
    select from account_links where document_id = documents.id and linked and customer_number <> account))
  group by 1 order by 2 desc, 1 limit 8;
$$;

-- Two copies in two workers: the locks make one wait for the other's commit, and then it sees that it was not compared
-- with it. Letters of one account wait for each other; one without an account waits for all that share a key. They are
-- taken in order, so that two who share several keys cannot wait for each other in a circle.
create function claim_twin_keys(of_document bigint, at timestamptz, account text, keys bigint[], compared bigint[])
returns void language plpgsql as $$
begin
  if account is null then
    perform pg_advisory_xact_lock(7246, half) from
      (select distinct (key & 2147483647)::integer as half from unnest(keys) as key order by 1) as halves;
  else
    perform pg_advisory_xact_lock(7247, hashtext(account));
    perform pg_advisory_xact_lock_shared(7246, half) from
      (select distinct (key & 2147483647)::integer as half from unnest(keys) as key order by 1) as halves;
  end if;
  if exists (select from twin_candidates(of_document, at, account, keys) where shared >= 3 and not id = any(compared)) then
    raise exception 'document % was overtaken by a copy', of_document using errcode = 'MR002';
  end if;
  -- What an earlier run has found.
  delete from twins where document_id = of_document;
  update documents set copy_of = null where documents.id = of_document and copy_of is not null;
  delete from twin_keys where document_id = of_document;
  insert into twin_keys (key, received_at, document_id) select distinct unnest(keys), at, of_document;
end $$;

-- A document passes some stages: everything, or MR001 or MR002 and nothing. `search` is null when the last of them did
-- not look for copies; its locks are held for the shortest time.
create function pass_stages(
  document bigint, from_state text, facts json, news json, stages text[], findings json, search json
) returns void language plpgsql as $$
begin
  perform advance_document(document, from_state, facts, news);
  perform forget_findings(document, stages);
  perform insert_findings(findings);
  if search is not null then
    perform claim_twin_keys(document, twins.at, twins.account, twins.keys, twins.compared)
      from json_to_record(search) as twins (at timestamptz, account text, keys bigint[], compared bigint[]);
  end if;
end $$;

create type arrival_news as (
  batch_id bigint, path text, bytes bigint, modified_ms bigint, sha256 text, file_name text, media_type text,
  channel text, sender text, received_at timestamptz, priority smallint, content_key text, is_stack boolean,
  facts json, first_sheet integer, last_sheet integer, doubt text,
  -- What the event says of it.
  details json
);

-- Registers files that came in; a row for each, in no order. First all documents, then all batches, then all events,
-- each in the same order in every call, so that two calls cannot wait for each other in a circle.
create function register_arrivals(news json) returns table (place integer, document bigint, is_new boolean)
language plpgsql as $$
declare
  one record;
  registered bigint[];
  new_ones boolean[];
  arrived boolean[];
begin
  for one in select * from json_populate_recordset(null::arrival_news, news) with ordinality order by sha256 loop
    insert into documents (sha256, bytes, file_name, media_type, channel, batch_id, sender, received_at, priority,
        content_key, is_stack, state, last_event_hash)
      values (one.sha256, one.bytes, one.file_name, one.media_type, one.channel, one.batch_id, one.sender,
        one.received_at, one.priority, one.content_key, one.is_stack, 'received', one.sha256)
      on conflict do nothing returning id into document;
    new_ones[one.ordinality] := found;
    if not found then -- the same bytes go before the same key
      select id into strict document from documents where sha256 = one.sha256 or content_key = one.content_key
        order by sha256 = one.sha256 desc limit 1;
    end if;
    registered[one.ordinality] := document;
  end loop;

  for one in select * from json_populate_recordset(null::arrival_news, news) with ordinality order by batch_id, path loop
    insert into arrivals (batch_id, document_id, path, bytes, modified_ms, facts, first_sheet, last_sheet)
      values (one.batch_id, registered[one.ordinality], one.path, one.bytes, one.modified_ms, one.facts,
        one.first_sheet, one.last_sheet)
      on conflict (batch_id, path) do update
        set document_id = excluded.document_id, bytes = excluded.bytes, modified_ms = excluded.modified_ms,
          facts = excluded.facts
        where arrivals.document_id <> excluded.document_id;
    arrived[one.ordinality] := found; -- not when this arrival was recorded before
  end loop;

  for one in select * from json_populate_recordset(null::arrival_news, news) with ordinality order by sha256 loop
    place := one.ordinality;
    document := registered[place];
    is_new := new_ones[place];
    if arrived[place] then
      perform append_events(document, json_build_array(json_build_object('actor', 'ingest', 'details', one.details,
        'kind', case when is_new then 'received' else 'received-again' end)));
    end if;
    if is_new and one.doubt is not null then
      insert into doubts (document_id, stage, reason) values (document, 'ingest', one.doubt);
    end if;
    return next;
  end loop;
end $$;

-- One at a time where words are new, so that two letters with the same new words cannot wait for each other in a
-- circle. What is common is known, and then nobody waits: a count that somebody else is changing is left out.
create or replace function learn_search_words(lexemes tsvector) returns void language plpgsql as $$
declare
  words text[] := array(select one from unnest(tsvector_to_array(lexemes)) as one where one ~ '^[[:lower:]]{4,30}$');
  unknown text[];
begin
  update search_words set magnitude = magnitude + 1 where word in (
    select word from search_words where word = any(words) and random() < 2.0 ^ -magnitude for update skip locked);
  unknown := array(select unnest(words) except select word from search_words where word = any(words));
  if unknown = '{}' then return; end if;
  perform pg_advisory_xact_lock(7245004);
  insert into search_words (word) select unnest(unknown) on conflict do nothing;
end $$;
