import { type Customer, foldName, foldNumber, type Identifier } from '@mailroom/core';
import type { Database, Transaction } from './database.ts';

export interface CustomerImport {
  readonly loaded: number;
  readonly total: number;
}

const portion = 2000;

/** Loads or updates accounts by customer number, in one transaction; then learns what the numbers look like. */
export async function importCustomers(
  database: Database,
  customers: Iterable<Customer>,
): Promise<CustomerImport> {
  return database.transaction(async (transaction) => {
    let loaded = 0;
    for (const group of portions(customers)) {
      const unique = new Map(group.map((customer) => [foldNumber(customer.customerNumber), customer]));
      await upsert(transaction, [...unique.values()]);
      loaded += group.length;
    }
    await learnShapes(transaction);
    await transaction.query('analyze customers, identifiers');
    const { rows } = await transaction.query<{ total: number }>('select count(*) as total from customers');
    return { loaded, total: rows[0]?.total ?? 0 };
  });
}

function* portions(customers: Iterable<Customer>): Generator<readonly Customer[]> {
  let group: Customer[] = [];
  for (const customer of customers) {
    group.push(customer);
    if (group.length < portion) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function upsert(transaction: Transaction, customers: readonly Customer[]): Promise<void> {
  const { rows } = await transaction.query<{ id: number; number: string }>(
    `insert into customers (customer_number, first_name, last_name, company, street, postal_code, city, email,
       phones, contracts, ibans, former_numbers, last_name_key, company_key, city_key)
     select * from json_to_recordset($1) as c (customer_number text, first_name text, last_name text, company text,
       street text, postal_code text, city text, email text, phones text[], contracts text[], ibans text[],
       former_numbers text[], last_name_key text, company_key text, city_key text)
     on conflict (customer_number) do update set
       first_name = excluded.first_name, last_name = excluded.last_name, company = excluded.company,
       street = excluded.street, postal_code = excluded.postal_code, city = excluded.city, email = excluded.email,
       phones = excluded.phones, contracts = excluded.contracts, ibans = excluded.ibans,
       former_numbers = excluded.former_numbers, last_name_key = excluded.last_name_key,
       company_key = excluded.company_key, city_key = excluded.city_key
     returning id, customer_number as number`,
    [JSON.stringify(customers.map(toRow))],
  );
  const ids = new Map(rows.map((row) => [row.number, row.id]));
  await transaction.query('delete from identifiers where customer_id = any($1)', [[...ids.values()]]);
  const identifiers = customers.flatMap((customer) => {
    const id = ids.get(customer.customerNumber);
    return identifiersOf(customer).map((one) => ({ ...one, customer_id: id }));
  });
  await transaction.query(
    `insert into identifiers (value, kind, customer_id)
     select * from json_to_recordset($1) as i (value text, kind text, customer_id bigint) on conflict do nothing`,
    [JSON.stringify(identifiers)],
  );
}

function toRow(customer: Customer): Record<string, unknown> {
  return {
    customer_number: customer.customerNumber,
    first_name: customer.firstName,
    last_name: customer.lastName,
    company: customer.company,
    street: customer.street,
    postal_code: customer.postalCode,
    city: customer.city,
    email: customer.email,
    phones: customer.phones,
    contracts: customer.contracts,
    ibans: customer.ibans,
    former_numbers: customer.formerNumbers,
    last_name_key: foldName(customer.lastName),
    company_key: foldName(customer.company),
    city_key: foldName(customer.city),
  };
}

/** Every identifier of a customer, normalised as letters are read (see Identifier). */
export function identifiersOf(customer: Customer): readonly Identifier[] {
  const all: Identifier[] = [
    { kind: 'customerNumber', value: foldNumber(customer.customerNumber) },
    { kind: 'email', value: customer.email.toLowerCase() },
    ...customer.formerNumbers.map((value) => ({ kind: 'formerNumber' as const, value: foldNumber(value) })),
    ...customer.contracts.map((value) => ({ kind: 'contract' as const, value: foldNumber(value) })),
    ...customer.phones.map((value) => ({ kind: 'phone' as const, value })),
    ...customer.ibans.map((value) => ({ kind: 'iban' as const, value: foldNumber(value) })),
  ];
  return all.filter((one) => one.value !== '');
}

/** The longest prefix that all numbers of a shape share is the one its smallest and its greatest share. */
async function learnShapes(transaction: Transaction): Promise<void> {
  await transaction.query('delete from number_shapes');
  await transaction.query(`
    insert into number_shapes (kind, shape, prefix, count)
    select kind, shape,
      left(least, (select count(*)::int from generate_series(1, length(least)) n where left(least, n) = left(greatest, n))),
      count
    from (
      select kind, regexp_replace(value, '[0-9]', '9', 'g') as shape,
        min(value collate "C") as least, max(value collate "C") as greatest, count(*) as count
      from identifiers where kind in ('customerNumber', 'contract', 'formerNumber') group by 1, 2
    ) shapes`);
}
