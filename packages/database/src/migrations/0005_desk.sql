-- The people at the desk, what they decide, and who looked at what.

create table users (
  id bigint generated always as identity primary key,
  name text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  display_name text not null,
  -- "scrypt$N$r$p$salt$hash"; null until the invitation is accepted.
  password text,
  role text not null check (role in ('operator', 'case-worker', 'supervisor', 'administrator', 'auditor')),
  -- The departments of a case worker; "review" lets them decide what the machine is not sure of.
  queues text[] not null default '{}',
  failed_sign_ins smallint not null default 0,
  locked_until timestamptz,
  disabled boolean not null default false,
  created_at timestamptz not null default now()
);

-- Only hashes of tokens are stored: who reads the database cannot sign in with what is there.
create table sessions (
  token_hash text primary key,
  user_id bigint not null references users on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_user on sessions (user_id);

-- A one-time link; without a user it creates the first administrator.
create table invitations (
  token_hash text primary key,
  user_id bigint references users on delete cascade,
  expires_at timestamptz not null
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  document_id bigint,
  details json not null
);
create index audit_by_document on audit (document_id, id) where document_id is not null;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- What a person decided about a document: it repairs the routing and trains the classifier.
create table labels (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents,
  at timestamptz not null default now(),
  actor text not null,
  intents text[] not null,
  customer_number text,
  -- What the machine had, so that the decision can be undone.
  before json not null,
  undone_at timestamptz
);
create index labels_by_document on labels (document_id, id);

alter table review_items add column claimed_by text, add column claimed_at timestamptz;

create index documents_by_creation on documents (created_at);
create index arrivals_by_time on arrivals (arrived_at);
create index documents_newest on documents (received_at desc, id desc);
create index documents_by_change on documents (state_since);
create index account_links_by_customer on account_links (customer_number) where linked;
create index work_items_finished on work_items (done_at) where state = 'done';
