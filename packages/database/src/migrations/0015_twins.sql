-- The same letter twice: by fax and by post, or sent again.

-- A perceptual hash of the page image (see lookOf).
alter table pages add column look text;

-- By which keys a letter is found by its copies (see twinKeys): only letters that share one are compared.
-- Rows older than the time in which copies are looked for may be deleted.
create table twin_keys (
  key bigint not null,
  received_at timestamptz not null,
  document_id bigint not null references documents,
  primary key (key, received_at, document_id)
);
create index twin_keys_by_document on twin_keys (document_id);

-- `document_id` was found to be the same letter as `other_id`, which was known before, or one like it.
create table twins (
  document_id bigint not null references documents,
  other_id bigint not null references documents,
  likeness text not null check (likeness in ('same', 'alike')),
  primary key (document_id, other_id)
);
create index twins_by_other on twins (other_id);

-- The document whose work items are also this one's, which has none of its own.
alter table documents add column copy_of bigint references documents;
create index documents_by_copy on documents (copy_of) where copy_of is not null;

-- Settled documents that share a key and were received within 30 days; later it is another wish. A number that stands
-- in every letter leads to the newest of them only: a copy shares most of its keys, so it is among the first.
create function twin_candidates(of_document bigint, at timestamptz, keys bigint[])
returns table (id bigint, shared bigint) language sql stable as $$
  select found.document_id, count(*)
  from unnest(keys) as wanted (key)
    cross join lateral (
      select document_id from twin_keys
      where twin_keys.key = wanted.key and received_at between at - interval '30 days' and at + interval '30 days'
      order by received_at desc limit 30) as found
    join documents on documents.id = found.document_id and state in ('routed', 'review')
  where found.document_id <> of_document
  group by 1 order by 2 desc, 1 limit 8;
$$;

-- Two copies in two workers: the locks make one wait for the other's commit, and then it sees that it was not compared
-- with it. They are taken in order, so that two who share several keys cannot wait for each other in a circle.
create function claim_twin_keys(of_document bigint, at timestamptz, keys bigint[], compared bigint[])
returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7246, half) from
    (select distinct (key & 2147483647)::integer as half from unnest(keys) as key order by 1) as halves;
  if exists (select from twin_candidates(of_document, at, keys) where shared >= 3 and not id = any(compared)) then
    raise exception 'document % was overtaken by a copy', of_document using errcode = 'MR002';
  end if;
  -- What an earlier run has found.
  delete from twins where document_id = of_document;
  update documents set copy_of = null where documents.id = of_document and copy_of is not null;
  delete from twin_keys where document_id = of_document;
  insert into twin_keys (key, received_at, document_id) select distinct unnest(keys), at, of_document;
end $$;
