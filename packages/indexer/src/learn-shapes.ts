import { type Customer, foldNumber, type NumberShape } from '@mailroom/core';

/** What the customer, contract and former numbers of a customer base look like. */
export function learnShapes(customers: Iterable<Customer>): readonly NumberShape[] {
  const shapes = new Map<string, NumberShape>();
  for (const { kind, value } of numbersOf(customers)) {
    const shape = value.replace(/[0-9]/g, '9');
    const key = `${kind} ${shape}`;
    const known = shapes.get(key);
    shapes.set(key, {
      kind,
      shape,
      prefix: known ? commonPrefix(known.prefix, value) : value,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...shapes.values()];
}

function* numbersOf(customers: Iterable<Customer>): Generator<{ kind: NumberShape['kind']; value: string }> {
  for (const customer of customers) {
    yield { kind: 'customerNumber', value: foldNumber(customer.customerNumber) };
    for (const number of customer.contracts) yield { kind: 'contract', value: foldNumber(number) };
    for (const number of customer.formerNumbers) yield { kind: 'formerNumber', value: foldNumber(number) };
  }
}

function commonPrefix(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}
