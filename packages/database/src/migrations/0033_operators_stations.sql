-- Scan operators mend the boundaries of stacks that came from their stations, by the stations' names.
alter table users add column stations text[] not null default '{}';
