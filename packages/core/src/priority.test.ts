import { expect, test } from 'vitest';
import { priorities, urgencyOf } from './priority.ts';

const now = new Date('2026-03-04T10:00:00Z');
const live = { fileName: 'scan.tif', receivedAt: now, priority: priorities.live };

test('what is about to be late goes before other live mail, and backfill stays behind', () => {
  expect(urgencyOf(live, now)).toBe(priorities.live);
  expect(urgencyOf({ ...live, fileName: 'Kündigung meines Vertrags.eml' }, now)).toBe(priorities.urgent);
  expect(urgencyOf({ ...live, receivedAt: new Date('2026-03-02T10:00:00Z') }, now)).toBe(priorities.urgent);
  const old = {
    fileName: 'Kündigung.pdf',
    receivedAt: new Date('2020-01-01'),
    priority: priorities.backfill,
  };
  expect(urgencyOf(old, now)).toBe(priorities.backfill);
});
