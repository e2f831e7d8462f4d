create table customers (
  id bigint generated always as identity primary key,
  customer_number text not null unique,
  first_name text not null,
  last_name text not null,
  company text not null,
  street text not null,
  postal_code text not null,
  city text not null,
  email text not null,
  phones text[] not null,
  contracts text[] not null,
  ibans text[] not null,
  former_numbers text[] not null,
  -- Folded for comparison (see foldName).
  last_name_key text not null,
  company_key text not null,
  city_key text not null
);
create index customers_by_last_name on customers (last_name_key, postal_code, city_key) where last_name_key <> '';
create index customers_by_company on customers (company_key, postal_code, city_key) where company_key <> '';

-- Every number by which a customer can be reached, normalised (see foldNumber).
create table identifiers (
  value text not null,
  kind text not null check (kind in ('customerNumber', 'formerNumber', 'contract', 'phone', 'iban', 'email')),
  customer_id bigint not null references customers on delete cascade,
  primary key (value, kind, customer_id)
);
create index identifiers_by_customer on identifiers (customer_id);

-- What the company's numbers look like, learned at import.
create table number_shapes (
  kind text not null,
  shape text not null,
  prefix text not null,
  count bigint not null,
  primary key (kind, shape)
);

create table account_links (
  document_id bigint not null references documents,
  position smallint not null,
  customer_number text not null,
  name text not null,
  confidence real not null,
  evidence text[] not null,
  linked boolean not null,
  primary key (document_id, position)
);
