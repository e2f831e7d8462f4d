-- Every version of the rules that somebody put in force; the highest one holds. Without a row the files and the
-- environment hold (see docs/decisions/rulebook.md).
create table rulebooks (
  version integer primary key check (version > 0),
  at timestamptz not null default now(),
  actor text not null,
  note text not null,
  rulebook json not null
);
create trigger rulebooks_append_only before update or delete or truncate on rulebooks
  for each statement execute function refuse_change();
