-- People who sign in at the company's own identity provider: known by its address and their id there, never by name.
alter table users
  add column issuer text,
  add column subject text,
  add constraint users_company check ((issuer is null) = (subject is null));
create unique index users_by_subject on users (issuer, subject) where subject is not null;
