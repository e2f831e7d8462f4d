import { foldName, foldNumber } from '@mailroom/core';
import type { Queryable } from '../database.ts';

export interface CustomerHit {
  readonly customerNumber: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

const columns = `customer_number as "customerNumber", coalesce(nullif(trim(first_name || ' ' || last_name), ''), company) as name,
  street, postal_code as "postalCode", city`;

/** Customers whose number (of any kind) or name begins with what was typed; at most ten. */
export async function findCustomers(database: Queryable, query: string): Promise<readonly CustomerHit[]> {
  const number = foldNumber(query);
  const words = query.trim().split(/\s+/).map(foldName).filter(Boolean);
  if (number === '') return [];
  const { rows } = await database.query<CustomerHit>(
    `select ${columns} from customers
     where id in (select customer_id from identifiers where value >= $1 and value < $1 || chr(1114109) limit 10)
        or (last_name_key >= $2 and last_name_key < $2 || chr(1114109)
            and ($3 = '' or lower(first_name) like $3 || '%' or city_key like $3 || '%' or postal_code like $3 || '%'))
     order by last_name_key, id limit 10`,
    [number, words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : ''],
  );
  return rows;
}

export async function findCustomer(
  database: Queryable,
  customerNumber: string,
): Promise<CustomerHit | undefined> {
  const { rows } = await database.query<CustomerHit>(
    `select ${columns} from customers where customer_number = $1`,
    [customerNumber],
  );
  return rows[0];
}
