import type { Database, Transaction } from '../database.ts';
import type { NewUser } from './users.ts';

/** Who the company's identity provider says somebody is. */
export interface CompanyPerson extends NewUser {
  readonly issuer: string;
  /** Their id there; names may change hands, this one does not. */
  readonly subject: string;
}

/**
 * Creates or updates the user of somebody who has signed in at the company's identity provider; what they may do is
 * what it says now. Undefined when they are disabled here.
 */
export function admitCompanyUser(database: Database, person: CompanyPerson): Promise<number | undefined> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ id: number; disabled: boolean }>(
      `update users set display_name = $3, role = $4, queues = $5, stations = $6 where issuer = $1 and subject = $2
       returning id, disabled`,
      [person.issuer, person.subject, person.displayName, person.role, person.queues, person.stations],
    );
    const known = rows[0];
    if (known) return known.disabled ? undefined : known.id;
    return createCompanyUser(transaction, person);
  });
}

/** A name that somebody else has already, here or there, gets a number: nobody steps into another's account. */
async function createCompanyUser(transaction: Transaction, person: CompanyPerson): Promise<number> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? person.name : `${person.name}-${number}`;
    const { rows } = await transaction.query<{ id: number }>(
      `insert into users (name, display_name, role, queues, stations, issuer, subject) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (name) do nothing returning id`,
      [name, person.displayName, person.role, person.queues, person.stations, person.issuer, person.subject],
    );
    const created = rows[0];
    if (created) return created.id;
  }
}
