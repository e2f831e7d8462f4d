import {
  type Customer,
  type CustomerLookup,
  foldName,
  foldNumber,
  type NumberShape,
  nearNumbers,
} from '@mailroom/core';
import type { Database } from './database.ts';

const columns = `customers.customer_number as "customerNumber", first_name as "firstName", last_name as "lastName",
  company, street, postal_code as "postalCode", city, email, phones, contracts, ibans, former_numbers as "formerNumbers"`;
const most = 50;

/** The customer base as the indexer asks it; every query is answered from an index. */
export function customerLookup(database: Database): CustomerLookup {
  return {
    byIdentifiers: (identifiers) => {
      const kinds = identifiers.map((one) => one.kind);
      const values = identifiers.map((one) => one.value);
      return byIdentifierQuery(
        database,
        'join unnest($1::text[], $2::text[]) as wanted (kind, value) using (kind, value)',
        [kinds, values],
      );
    },
    byNearNumber: (value) =>
      byIdentifierQuery(
        database,
        "join unnest($1::text[]) as wanted (value) using (value) where kind in ('customerNumber', 'formerNumber', 'contract')",
        [nearNumbers(foldNumber(value))],
      ),
    byNames: (names, places) => {
      const keys = names.map(foldName).filter((name) => name !== '');
      return select(database, `where id in (${nameAtPlace})`, [keys, places, places.map(foldName)]);
    },
    numberShapes: remembered(shapesForMs, async () => {
      const { rows } = await database.query<NumberShape>(
        'select kind, shape, prefix, count from number_shapes',
      );
      return rows;
    }),
  };
}

/** They change with an import of customers only, and every document asks for them. */
const shapesForMs = 5000;

function remembered<Result>(forMs: number, find: () => Promise<Result>): () => Promise<Result> {
  let known: { readonly result: Result; readonly until: number } | undefined;
  return async () => {
    if (!known || known.until < Date.now()) known = { result: await find(), until: Date.now() + forMs };
    return known.result;
  };
}

/** Four index lookups: the commonest name has many thousand bearers, but few of them in one place. */
const nameAtPlace = ['last_name_key', 'company_key']
  .flatMap((name) => [
    `select id from customers where ${name} = any($1) and ${name} <> '' and postal_code = any($2)`,
    `select id from customers where ${name} = any($1) and ${name} <> '' and city_key = any($3)`,
  ])
  .join(' union ');

async function byIdentifierQuery(
  database: Database,
  condition: string,
  values: readonly unknown[],
): Promise<readonly Customer[]> {
  return select(database, `where id in (select customer_id from identifiers ${condition})`, values);
}

async function select(
  database: Database,
  where: string,
  values: readonly unknown[],
): Promise<readonly Customer[]> {
  return database.call({
    text: `select ${columns} from customers ${where} order by id limit ${most}`,
    values,
  });
}
