-- Nouns of the mailroom. PostgreSQL holds the truth; a queue job is only a hint.

create table batches (
  id bigint generated always as identity primary key,
  name text not null unique,
  source text not null check (source in ('backfill', 'folder', 'upload', 'fax', 'email')),
  station text,
  counted_in integer,
  received_at timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null default now()
);

create table documents (
  id bigint generated always as identity primary key,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  file_name text not null,
  media_type text not null,
  channel text not null check (channel in ('letter', 'fax', 'email')),
  batch_id bigint not null references batches,
  sender text,
  received_at timestamptz not null,
  receipt_date date,
  priority smallint not null,
  state text not null default 'received'
    check (state in ('received', 'read', 'classified', 'indexed', 'routed', 'review', 'rejected')),
  reason text,
  attempts smallint not null default 0,
  last_error text,
  not_before timestamptz not null default now(),
  page_count integer,
  searchable_pdf text,
  model_version text,
  event_count integer not null default 0,
  last_event_hash text not null,
  created_at timestamptz not null default now(),
  state_since timestamptz not null default now()
);
create index documents_in_work on documents (state, id) where state in ('received', 'read', 'classified', 'indexed');
create index documents_by_state on documents (state, id);
create index documents_by_batch on documents (batch_id);

-- Every time bytes came in, also the same bytes again: a batch balances over its arrivals.
create table arrivals (
  id bigint generated always as identity primary key,
  batch_id bigint not null references batches,
  document_id bigint not null references documents,
  path text not null,
  bytes bigint not null,
  modified_ms bigint not null,
  arrived_at timestamptz not null default now(),
  unique (batch_id, path)
);
create index arrivals_by_document on arrivals (document_id);

create table pages (
  document_id bigint not null references documents,
  number integer not null,
  source text not null check (source in ('ocr', 'text')),
  width_px integer not null,
  height_px integer not null,
  x_dpi real not null,
  y_dpi real not null,
  turn smallint not null,
  confidence real not null,
  blank boolean not null,
  notes text[] not null,
  text text not null,
  words bytea not null,
  primary key (document_id, number)
);

-- What happened to a document, by whom, when. Each carries the hash of the one before.
create table events (
  document_id bigint not null references documents,
  sequence integer not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  details json not null,
  previous_hash text not null,
  hash text not null,
  primary key (document_id, sequence)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function refuse_change();

create table intents (
  document_id bigint not null references documents,
  position smallint not null,
  intent text not null,
  confidence real not null,
  evidence text[] not null,
  -- False: only a candidate for the reviewer.
  chosen boolean not null,
  primary key (document_id, position),
  unique (document_id, intent)
);

-- Why a stage thinks that a person should decide. Later stages still run, so that the reviewer sees all that is known.
create table doubts (
  document_id bigint not null references documents,
  stage text not null,
  reason text not null,
  primary key (document_id, stage)
);

create table fields (
  document_id bigint not null references documents,
  name text not null,
  value text not null,
  words text not null,
  primary key (document_id, name)
);
