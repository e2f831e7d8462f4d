import { expect, test } from 'vitest';
import { decideTwin, type Twin } from './decide-twin.ts';

const routed: Twin = {
  ...{ state: 'routed', intents: ['cancellation'], customerNumber: '4711', doubtedBy: [] },
  ...{ channel: 'letter', isDone: false },
};
const unsure: Twin = { ...routed, state: 'review', doubtedBy: ['classify'] };

test('a letter that came before is a copy of it, also when the machine would have asked this time', () => {
  expect(decideTwin(routed, routed)).toBe('copy');
  expect(decideTwin(unsure, routed)).toBe('copy');
  expect(decideTwin({ ...unsure, customerNumber: null, intents: [] }, routed)).toBe('copy');
});

test('two that nobody is sure of are one question', () => {
  expect(decideTwin(unsure, unsure)).toBe('copy');
});

test('what could be read the second time takes the first out of review', () => {
  expect(decideTwin(routed, unsure)).toBe('lead');
});

test('another wish, another account or a page that could not be read keeps its own way', () => {
  expect(decideTwin({ ...routed, intents: ['cancellation', 'complaint'] }, routed)).toBe('beside');
  expect(decideTwin({ ...routed, customerNumber: '4712' }, routed)).toBe('beside');
  expect(decideTwin({ ...unsure, doubtedBy: ['ocr'] }, routed)).toBe('beside');
  expect(decideTwin(routed, { ...unsure, doubtedBy: ['ingest'] })).toBe('beside');
});

test('the post after a fax is no new work even when all is done, the same mail again is', () => {
  const done = { ...routed, isDone: true };
  expect(decideTwin(routed, { ...done, channel: 'fax' })).toBe('copy');
  expect(decideTwin(routed, done)).toBe('beside');
});
