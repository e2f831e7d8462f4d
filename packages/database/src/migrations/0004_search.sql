create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- German stems over text without accents, so that "kündigung", "Kuendigung" and "Kündigungen" meet.
create text search configuration mailroom_german (copy = german);
alter text search configuration mailroom_german
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part
  with unaccent, german_stem;

-- `numbers`: every number of the document without spaces and dashes, so that it is found however it is typed.
create table document_texts (
  document_id bigint primary key references documents,
  text text not null,
  search tsvector not null
);
create index document_texts_search on document_texts using gin (search);
