-- What mail, stations and fax lines need beyond the watched folder.

-- What makes two files the same document although their bytes differ: a mail that came by two ways carries
-- other transport headers, but the same Message-ID and body.
alter table documents add column content_key text;
create unique index documents_by_content_key on documents (content_key) where content_key is not null;

-- What the channel knows of an arrival: the envelope of a mail, the caller of a fax. The sheets are places in a tray.
alter table arrivals
  add column facts json not null default '{}',
  add column first_sheet integer check (first_sheet > 0),
  add column last_sheet integer check (last_sheet >= first_sheet);

create table stations (
  id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  -- SHA-256 of the key: who reads the database cannot scan with what is there.
  key_hash text not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  removed_at timestamptz
);

-- A tray of a station: the name is the station's own, so that a retry finds the batch it has opened.
create table trays (
  batch_id bigint primary key references batches,
  station_id bigint not null references stations,
  name text not null,
  counted_sheets integer not null check (counted_sheets > 0),
  unique (station_id, name)
);

-- A person at the desk wants a document scanned again; the request goes to the station that scanned it.
create table rescans (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents,
  station_id bigint not null references stations,
  reason text not null,
  requested_by text not null,
  requested_at timestamptz not null default now(),
  rescanned_as bigint references documents,
  rescanned_at timestamptz
);
create unique index rescans_open on rescans (document_id) where rescanned_at is null;
create index rescans_by_station on rescans (station_id) where rescanned_at is null;
