import { parseArgs } from 'node:util';
import { classifyByRulebook, loadModel, loadTaxonomy } from '@mailroom/classifier';
import { defaultCalendar, type Rulebook } from '@mailroom/core';
import {
  countBlindChecks,
  failures,
  joinEmbeddedServer,
  openDatabase,
  overview,
  reviewList,
  supervision,
} from '@mailroom/database';
import { previewRules } from '../packages/desk/src/rules/preview-rules.ts';

/*
 * What the desk counts and tries out over a whole year of letters, which `bench year` has built:
 *   npm run -s bench year -- --documents 3500000 --keep FOLDER
 *   npm run -s bench desk-year -- --keep FOLDER
 * Nothing is written. The built year has no events, so nothing of it is drawn for the blind sample: only looking for it takes its time.
 */

const { values } = parseArgs({ options: { keep: { type: 'string' } } });
if (!values.keep) throw new Error('--keep FOLDER names the year that `bench year` has built.');
await using stack = new AsyncDisposableStack();
const server = await joinEmbeddedServer(values.keep);
stack.defer(() => server.leave());
const database = openDatabase(server.address);
stack.defer(() => database.close());

const classifiers = classifyByRulebook(loadModel());
const taxonomy = loadTaxonomy();
const rulebook: Rulebook = {
  ...{ taxonomy, calendar: defaultCalendar, queueLabels: {}, targetWrongRate: null, blindShare: 0.01 },
};
const rules = {
  ...{ current: () => ({ version: 0, rulebook }), defaults: rulebook },
  ...{ refresh: async () => undefined, close: async () => undefined },
};
const strictest = { ...rulebook, targetWrongRate: classifiers.curve[0]?.targetWrongRate ?? null };
const longer = {
  ...rulebook,
  taxonomy: {
    ...taxonomy,
    intents: taxonomy.intents.map((one) => ({ ...one, due: { ...one.due, amount: one.due.amount + 1 } })),
  },
};
const everything = { queues: null };
const preview = (after: Rulebook, days: number) => () =>
  previewRules({ database, classifiers, rules }, after, days);

await time('overview', () => overview(database, everything, defaultCalendar));
await time('supervision, 14 days', () => supervision(database, defaultCalendar));
await time('review list', () => reviewList(database));
await time('failures', () => failures(database, { before: undefined, limit: 100 }));
await time('blind sample of 1 %', () => countBlindChecks(database, 0.01));
for (const days of [30, 90]) {
  await time(`preview of due times, ${days} days`, preview(longer, days));
  await time(`preview of the threshold, ${days} days`, preview(strictest, days));
}

/** Once to warm up, then the median of three by the clock, and the least processor time of the desk (not PostgreSQL's). */
async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const ms: number[] = [];
  const cpuMs: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const [startedAt, before] = [performance.now(), process.cpuUsage()];
    await work();
    ms.push(performance.now() - startedAt);
    const { user, system } = process.cpuUsage(before);
    cpuMs.push((user + system) / 1000);
  }
  const [, middle = 0] = ms.sort((a, b) => a - b);
  const figures = [middle, Math.min(...cpuMs)].map((one) => one.toFixed(0).padStart(6));
  process.stdout.write(`${figures[0]} ms ${figures[1]} ms CPU  ${what}\n`);
}
