-- What a document costs that passes its stages for the first time, as nearly all do.

-- As before, but the events are inserted together.
create or replace function chain_events(
  document_id bigint, inout event_count integer, inout last_event_hash text, news json
) language plpgsql as $$
declare
  new record;
  ats timestamptz[] := '{}';
  hashes text[] := array[last_event_hash];
  count_before integer := event_count;
begin
  for new in select actor, kind, details from json_to_recordset(news) as event (actor text, kind text, details json) loop
    event_count := event_count + 1;
    ats := ats || date_trunc('milliseconds', clock_timestamp());
    last_event_hash := hash_event(last_event_hash, document_id, event_count, ats[event_count - count_before],
      new.actor, new.kind, new.details::text);
    hashes := hashes || last_event_hash;
  end loop;
  insert into events (document_id, sequence, at, actor, kind, details, previous_hash, hash)
    select chain_events.document_id, count_before + place, ats[place], event.actor, event.kind, event.details,
      hashes[place], hashes[place + 1]
    from rows from (json_to_recordset(news) as (actor text, kind text, details json))
      with ordinality as event (actor, kind, details, place);
end $$;

-- As before; what an earlier run has found is only looked for when there was one.
drop function claim_twin_keys;
create function claim_twin_keys(
  of_document bigint, at timestamptz, account text, keys bigint[], compared bigint[], is_first boolean
) returns void language plpgsql as $$
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
  if not is_first then
    delete from twins where document_id = of_document;
    update documents set copy_of = null where documents.id = of_document and copy_of is not null;
    delete from twin_keys where document_id = of_document;
  end if;
  insert into twin_keys (key, received_at, document_id) select distinct unnest(keys), at, of_document;
end $$;

create or replace function pass_stages(
  document bigint, from_state text, facts json, news json, stages text[], findings json, search json
) returns void language plpgsql as $$
declare
  is_first boolean := from_state = 'received' and (select event_count = 1 from documents where id = document);
begin
  perform advance_document(document, from_state, facts, news);
  if not is_first then
    perform forget_findings(document, stages);
  end if;
  perform insert_findings(findings);
  if search is not null then
    perform claim_twin_keys(document, twins.at, twins.account, twins.keys, twins.compared, is_first)
      from json_to_record(search) as twins (at timestamptz, account text, keys bigint[], compared bigint[]);
  end if;
end $$;
