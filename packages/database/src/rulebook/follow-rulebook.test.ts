import { defaultCalendar, type Rulebook } from '@mailroom/core';
import { expect, test } from 'vitest';
import { testDatabase } from '../testing.ts';
import { followRulebook } from './follow-rulebook.ts';
import { rulebookOfVersion, rulebookVersions, saveRulebook } from './rulebooks.ts';

const label = { de: 'Kündigung', en: 'Cancellation' };
const intent = { intent: 'cancellation', label, queue: 'kuendigung', needsAccount: true, keywords: [] };
const due = { unit: 'businessDays', amount: 2 } as const;
const first: Rulebook = {
  taxonomy: { version: 'test', intents: [{ ...intent, due, retentionClass: 'trade-letter' }] },
  ...{ calendar: defaultCalendar, queueLabels: {}, targetWrongRate: null, blindShare: 0 },
};
const second: Rulebook = { ...first, calendar: { ...defaultCalendar, region: 'BY' } };

test('what one process puts in force, all others follow without a restart', async () => {
  await using scene = await testDatabase();
  const { database } = scene;
  const other = await followRulebook(database, first, 20);
  expect(other.current()).toEqual({ version: 0, rulebook: first });
  await saveRulebook(database, { basedOn: 0, actor: 'rita', note: 'nach München', rulebook: second });
  await expect.poll(() => other.current()).toEqual({ version: 1, rulebook: second });
  await other.close();
  const late = await followRulebook(database, first);
  expect(late.current().version).toBe(1);
  await late.close();
});

test('of two who change the same version, one is told; every version stays', async () => {
  await using scene = await testDatabase();
  const { database } = scene;
  const change = (note: string, rulebook: Rulebook) =>
    saveRulebook(database, { basedOn: 0, actor: 'rita', note, rulebook });
  const both = await Promise.all([change('a', first), change('b', second)]);
  expect(both.filter(Boolean)).toHaveLength(1);
  expect(await saveRulebook(database, { basedOn: 5, actor: 'x', note: '', rulebook: first })).toBe(false);
  expect(await rulebookVersions(database)).toMatchObject([{ version: 1, actor: 'rita' }]);
  expect((await rulebookOfVersion(database, 1))?.version).toBe(1);
  await expect(database.query('delete from rulebooks')).rejects.toThrow('append-only');
});
