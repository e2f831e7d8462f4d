-- Classifier models that `train` made from letters and from what people decided, and which of them served when.
create table models (
  version text primary key,
  made_at timestamptz not null default now(),
  letters integer not null,
  -- Of these letters, how many people at the desk had labelled.
  labels integer not null,
  bytes bytea not null
);

-- The last row holds; without one, and with null, the model that comes along.
create table models_in_service (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  version text references models,
  note text not null
);
create trigger models_in_service_append_only before update or delete or truncate on models_in_service
  for each statement execute function refuse_change();
