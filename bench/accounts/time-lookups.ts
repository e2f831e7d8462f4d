import type { CustomerLookup } from '@mailroom/core';
import { seededRandom } from '@mailroom/fixtures/customers';
import { evidences } from './evidence.ts';
import { inventCustomer } from './invent-customer.ts';

export interface LookupTimes {
  readonly name: string;
  /** Ascending. */
  readonly ms: readonly number[];
  /** Of the lookups, how many gave the customer. */
  readonly found: number;
}

/** Asks for customers from all over the base, one after the other. */
export async function* timeLookups(
  lookup: CustomerLookup,
  base: number,
  times: number,
): AsyncGenerator<LookupTimes> {
  for (const { name, find } of evidences) {
    const random = seededRandom(name);
    const ms: number[] = [];
    let found = 0;
    for (let tries = 0; ms.length < times && tries < times * 50; tries += 1) {
      const customer = inventCustomer(random.whole(0, base - 1));
      const startedAt = performance.now();
      const answer = await find(lookup, customer, random);
      if (answer === undefined) continue;
      ms.push(performance.now() - startedAt);
      found += answer.some((one) => one.customerNumber === customer.customerNumber) ? 1 : 0;
    }
    yield { name, ms: ms.sort((one, other) => one - other), found };
  }
}
