-- How many letters two words differ in: what is like a misspelt or misread word (see expand-query.ts).
create extension if not exists fuzzystrmatch;
