import { expect, test } from 'vitest';
import { learnShapes } from './learn-shapes.ts';
import { customer } from './testing/customer.ts';

test('shapes keep letters, turn digits to nines, and know the prefix that all share', () => {
  const base = [
    customer({ customerNumber: '60-123', contracts: ['NW-1', 'X77'], formerNumbers: ['9'] }),
    customer({ customerNumber: '60-929', contracts: ['NW-2'] }),
  ];
  expect(learnShapes(base)).toEqual([
    { kind: 'customerNumber', shape: '99999', prefix: '60', count: 2 },
    { kind: 'contract', shape: 'NW9', prefix: 'NW', count: 2 },
    { kind: 'contract', shape: 'X99', prefix: 'X77', count: 1 },
    { kind: 'formerNumber', shape: '9', prefix: '9', count: 1 },
  ]);
});
