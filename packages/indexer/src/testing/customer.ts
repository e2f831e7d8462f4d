import type { Customer } from '@mailroom/core';

/** A customer for a test, of whom only what matters is given. */
export function customer(known: Partial<Customer>): Customer {
  return {
    ...{ customerNumber: '', firstName: '', lastName: '', company: '', street: '', postalCode: '', city: '' },
    ...{ email: '', phones: [], contracts: [], ibans: [], formerNumbers: [] },
    ...known,
  };
}
