import type { Customer } from '@mailroom/core';
import { makeCustomer, seededRandom } from '@mailroom/fixtures/customers';

/** Customer number `at` of a base of up to ten million: the same on every machine, and no number twice. */
export function inventCustomer(at: number): Customer {
  const customer = makeCustomer(seededRandom(`customer ${at}`));
  const own = (multiplier: number) => String((at * multiplier) % 10_000_019).padStart(8, '0');
  return {
    ...customer,
    customerNumber: `60${own(7_654_321)}`,
    phones: customer.phones.map((phone, which) =>
      which === 0 ? `+491${own(3_456_781).replace(/^/, '5')}` : phone,
    ),
    contracts: customer.contracts.map((_, which) =>
      `NW-${own(2_345_671)}${which}`.replace(/(\d{4})(\d)/, '$1-$2'),
    ),
    formerNumbers: customer.formerNumbers.map(() => `6000${own(5_432_101)}`),
    email: customer.email.replace('@', `${at}@`),
  };
}
