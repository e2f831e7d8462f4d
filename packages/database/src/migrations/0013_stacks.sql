-- Stacks: files that hold several letters, where they were cut, and where they might have been.

-- A file without separator sheets whose letters are told apart when it is read.
alter table documents add column is_stack boolean not null default false;
-- Its pages live on in other documents: a stack that was cut, a letter that was cut anew. No search, list or replay shows it.
alter table documents add column is_replaced boolean not null default false;

-- The share of ink, 0 to 1; null for text pages.
alter table pages add column ink_ratio real;

create table stacks (
  -- Of the whole file, which is kept.
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  page_count integer not null,
  -- Who looked at every boundary; from then on the machine's proposals are settled.
  mended_by text,
  mended_at timestamptz,
  created_at timestamptz not null default now()
);

create table stack_pages (
  stack text not null references stacks,
  number integer not null,
  kind text not null check (kind in ('page', 'blank', 'sheet', 'wrong')),
  -- How likely a letter begins here, 0 to 1; null where separator sheets say it.
  confidence real,
  -- German: what speaks for it.
  reasons text[] not null default '{}',
  primary key (stack, number)
);

-- The letters as they are cut now; sheets and their backs belong to none.
create table stack_parts (
  stack text not null references stacks,
  first_page integer not null,
  last_page integer not null check (last_page >= first_page),
  document_id bigint not null references documents,
  primary key (stack, first_page)
);
create index stack_parts_by_document on stack_parts (document_id);

-- How the documents of a tray are taken apart: not, at separator sheets, or also without sheets.
alter table trays add column stacks text not null default 'off' check (stacks in ('off', 'sheets', 'letters'));
