import type { Customer } from '@mailroom/core';

/** What a case worker calls a customer: "Gasthof Zur Linde, Franz-Josef Hültenschmidt". */
export function customerName({ firstName, lastName, company }: Customer): string {
  return [company, `${firstName} ${lastName}`.trim()].filter((part) => part !== '').join(', ');
}
