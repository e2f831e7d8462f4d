-- What several stages found out is written with the change of state, in one trip to the server.

-- As verify computes it again: see hashEvent in events.ts. PostgreSQL and JSON.stringify escape strings alike.
create function hash_event(
  previous text, document_id bigint, sequence integer, at timestamptz, actor text, kind text, details text
) returns text language sql stable as $$
  select encode(sha256(convert_to(format('[%s,%s,%s,"%s",%s,%s,%s]', to_json(previous), document_id, sequence,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_json(actor), to_json(kind), to_json(details)),
    'UTF8')), 'hex')
$$;

-- Chains events, a JSON array of { kind, actor, details }, to a head whose row the caller has locked. Returns the new head.
create function chain_events(document_id bigint, inout event_count integer, inout last_event_hash text, news json)
language plpgsql as $$
declare
  new json;
  previous text;
  at timestamptz;
begin
  for new in select * from json_array_elements(news) loop
    previous := last_event_hash;
    at := date_trunc('milliseconds', clock_timestamp());
    event_count := event_count + 1;
    last_event_hash := hash_event(
      previous, document_id, event_count, at, new ->> 'actor', new ->> 'kind', (new -> 'details')::text);
    insert into events (document_id, sequence, at, actor, kind, details, previous_hash, hash) values
      (document_id, event_count, at, new ->> 'actor', new ->> 'kind', new -> 'details', previous, last_event_hash);
  end loop;
end $$;

create function append_events(document bigint, news json) returns void language plpgsql as $$
declare
  head record;
begin
  select event_count, last_event_hash into head from documents where id = document for no key update;
  if not found then
    raise exception 'document % does not exist', document;
  end if;
  select * into head from chain_events(document, head.event_count, head.last_event_hash, news);
  update documents set event_count = head.event_count, last_event_hash = head.last_event_hash where id = document;
end $$;

-- Moves a document on, guarded by the state it starts from: MR001 when it is no longer there. `facts` holds the
-- columns that change beside the state.
create function advance_document(document bigint, from_state text, facts json, news json) returns void
language plpgsql as $$
declare
  stored documents;
  first_receipt_date date;
begin
  select * into stored from documents where id = document and state = from_state for no key update;
  if not found then
    raise exception 'document % is no longer %', document, from_state using errcode = 'MR001';
  end if;
  first_receipt_date := stored.receipt_date; -- evidence: written once
  stored := json_populate_record(stored, facts);
  select chained.event_count, chained.last_event_hash into stored.event_count, stored.last_event_hash
    from chain_events(document, stored.event_count, stored.last_event_hash, news) as chained;
  update documents set
    state = stored.state, reason = stored.reason, attempts = 0, last_error = null, not_before = now(),
    state_since = now(), page_count = stored.page_count, searchable_pdf = stored.searchable_pdf,
    media_type = stored.media_type, model_version = stored.model_version,
    receipt_date = coalesce(first_receipt_date, stored.receipt_date),
    event_count = stored.event_count, last_event_hash = stored.last_event_hash
    where id = document;
end $$;

-- A document that passes a stage again, after a person sent it back, keeps nothing of the first time.
create function forget_findings(document bigint, stages text[]) returns void language plpgsql as $$
begin
  delete from doubts where document_id = document and stage = any(stages);
  if 'ocr' = any(stages) then
    delete from pages where document_id = document;
  end if;
  if 'classify' = any(stages) then
    delete from intents where document_id = document;
  end if;
  if 'index' = any(stages) then
    delete from fields where document_id = document;
    delete from account_links where document_id = document;
  end if;
end $$;

-- What a letter is found by: its words, its numbers written together, and, when they are known before it, the name
-- and number of its account and the values of its fields. What comes later is added by the triggers of 0006.
create function search_of(document bigint, text text, numbers text[]) returns tsvector language plpgsql as $$
declare
  found_by tsvector := to_tsvector('mailroom_german', left(text, 200000)) || array_to_tsvector(numbers);
  one record;
begin
  for one in select name, customer_number from account_links where document_id = document and linked loop
    found_by := found_by || to_tsvector('mailroom_german', one.name) || as_search_number(one.customer_number);
  end loop;
  for one in select value from fields where document_id = document and value ~ '[0-9]{4}' loop
    found_by := found_by || as_search_number(one.value);
  end loop;
  return found_by;
end $$;
