create table work_items (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents,
  intent text not null,
  queue text not null,
  customer_number text,
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'claimed', 'done')),
  claimed_by text,
  claimed_at timestamptz,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  -- One work item per intent of a document: whatever runs twice, late or at once leaves one.
  unique (document_id, intent)
);
create index work_items_by_queue on work_items (queue, due_at) where state <> 'done';

create table review_items (
  document_id bigint primary key references documents,
  reason text not null,
  stage text not null,
  state text not null default 'open' check (state in ('open', 'done')),
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index review_items_open on review_items (created_at) where state = 'open';
