-- Some of what the machine delivered is decided once more by a person who does not see what it decided. Which ones
-- follows from the hash of their bytes: at random, the same for everybody, and a larger share holds the smaller one.
create function sample_place(sha256 text) returns double precision language sql immutable as $$
  select ('x' || right(sha256, 8))::bit(32)::bigint / 4294967296.0::double precision
$$;
create index documents_by_sample_place on documents (sample_place(sha256), created_at);

create table blind_checks (
  document_id bigint primary key references documents,
  claimed_by text not null,
  claimed_at timestamptz not null default now(),
  decided_at timestamptz,
  -- What the person said without seeing what the machine had said; most important first.
  intents text[],
  machine text[],
  verdict text check (verdict in ('right', 'incomplete', 'wrong'))
);
create index blind_checks_by_time on blind_checks (decided_at) where decided_at is not null;
