-- A name is looked for in postal codes and in cities; each needs its index, since the commonest name of a million
-- customers has thousands of bearers.
drop index customers_by_last_name, customers_by_company;
create index customers_by_name_and_postal_code on customers (last_name_key, postal_code) where last_name_key <> '';
create index customers_by_name_and_city on customers (last_name_key, city_key) where last_name_key <> '';
create index customers_by_company_and_postal_code on customers (company_key, postal_code) where company_key <> '';
create index customers_by_company_and_city on customers (company_key, city_key) where company_key <> '';
-- For the desk: names are found by how they begin.
create index customers_by_beginning on customers (last_name_key text_pattern_ops) where last_name_key <> '';
