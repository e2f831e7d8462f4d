import { type Customer, type CustomerLookup, foldName, foldNumber, type NumberShape } from '@mailroom/core';
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
    byNames: (names, places) =>
      select(
        database,
        `where (last_name_key = any($1) and last_name_key <> '' or company_key = any($1) and company_key <> '')
           and (postal_code = any($2) or city_key = any($3))`,
        [names.map(foldName), places, places.map(foldName)],
      ),
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
  return database.read({
    text: `select ${columns} from customers ${where} order by id limit ${most}`,
    values,
  });
}

/** Every number that differs in one substituted digit or in two swapped neighbours: about 100 for ten digits. */
export function nearNumbers(number: string): readonly string[] {
  const near = new Set<string>();
  for (let at = 0; at < number.length; at += 1) {
    if (/\d/.test(number.charAt(at))) {
      for (const digit of '0123456789') near.add(number.slice(0, at) + digit + number.slice(at + 1));
    }
    near.add(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2));
  }
  near.delete(number);
  return [...near];
}
