import { setImmediate } from 'node:timers/promises';
import { type Classification, queuesOf, type Rulebook } from '@mailroom/core';
import { countDecisions, queueOverviews, type SampledDecision, sampleDecisions } from '@mailroom/database';
import { decideRoute, type RouteDecision, receiptDate } from '@mailroom/router';
import type { PreviewAnswer } from '../api/rules.ts';
import type { DeskOptions } from '../options.ts';

/** Enough for a share of one percent to show; fewer where each letter is read again, so that nobody waits for long. */
const sampleSizes = { asRead: 400, readAgain: 200 };
const shownExamples = 12;

type Options = Pick<DeskOptions, 'database' | 'classifiers' | 'rules'>;

/** What the documents of the last days would have become under other rules than those in force. */
export async function previewRules(options: Options, after: Rulebook, days: number): Promise<PreviewAnswer> {
  const { database, rules } = options;
  const rereads = rules.current().rulebook.targetWrongRate !== after.targetWrongRate;
  const limit = rereads ? sampleSizes.readAgain : sampleSizes.asRead;
  const [total, sample, queues] = await Promise.all([
    countDecisions(database, days),
    sampleDecisions(database, { days, limit }),
    queueOverviews(database, { queues: null }),
  ]);
  const pairs = await decideBoth(options, sample, after, rereads);
  const kept = queuesOf(after);
  return {
    ...{ total, examined: sample.length, ...countChanges(pairs) },
    queues: countByQueue(pairs),
    abandoned: queues
      .filter(({ queue }) => !kept.includes(queue))
      .map(({ queue, open }) => ({ queue, open })),
    examples: pairs.filter(goesElsewhere).slice(0, shownExamples).map(asExample),
  };
}

interface Pair {
  readonly document: SampledDecision;
  readonly before: RouteDecision;
  readonly after: RouteDecision;
}

/** Letters are only read again when the threshold changes; everything else follows from what was read then. */
async function decideBoth(
  { classifiers, rules }: Options,
  sample: readonly SampledDecision[],
  after: Rulebook,
  rereads: boolean,
): Promise<readonly Pair[]> {
  const before = rules.current().rulebook;
  const readUnder = (rulebook: Rulebook) => {
    const classifier = classifiers.under(rulebook);
    return (document: SampledDecision) => (rereads ? classifier.classify(document) : undefined);
  };
  const [readBefore, readAfter] = [readUnder(before), readUnder(after)];
  const pairs: Pair[] = [];
  for (const document of sample) {
    pairs.push({
      document,
      before: decide(document, before, readBefore(document)),
      after: decide(document, after, readAfter(document)),
    });
    await setImmediate(); // others are served in between
  }
  return pairs;
}

function decide(
  { channel, receivedAt, intents, customerNumber, doubts }: SampledDecision,
  { taxonomy, calendar }: Rulebook,
  reading: Classification | undefined,
): RouteDecision {
  const reasons = (wanted: (stage: string) => boolean) =>
    doubts.filter(({ stage }) => wanted(stage)).map(({ reason }) => reason);
  const fresh = reading?.doubt === undefined ? [] : [reading.doubt];
  return decideRoute(
    {
      intents: reading ? reading.intents.map((one) => one.intent) : intents,
      customerNumber,
      receiptDate: receiptDate(channel, receivedAt, calendar).date,
      doubts: [...reasons((stage) => stage !== 'index' && !(reading && stage === 'classify')), ...fresh],
      accountDoubts: reasons((stage) => stage === 'index'),
    },
    { taxonomy, calendar },
  );
}

const toPerson = ({ reason }: RouteDecision) => reason !== undefined;
const queuesIn = ({ workItems }: RouteDecision) => [...new Set(workItems.map((item) => item.queue))].sort();
const earliest = ({ workItems }: RouteDecision) => Math.min(...workItems.map(({ dueAt }) => dueAt.getTime()));

const goesElsewhere = ({ before, after }: Pair) =>
  toPerson(before) !== toPerson(after) || queuesIn(before).join() !== queuesIn(after).join();

function countChanges(pairs: readonly Pair[]) {
  const count = (changed: (before: RouteDecision, after: RouteDecision) => boolean) =>
    pairs.filter(({ before, after }) => changed(before, after)).length;
  const delivered = pairs.filter(({ before, after }) => !toPerson(before) && !toPerson(after));
  return {
    toReview: count((before, after) => !toPerson(before) && toPerson(after)),
    toDelivery: count((before, after) => toPerson(before) && !toPerson(after)),
    otherQueue: delivered.filter(goesElsewhere).length,
    earlier: delivered.filter(({ before, after }) => earliest(after) < earliest(before)).length,
    later: delivered.filter(({ before, after }) => earliest(after) > earliest(before)).length,
  };
}

/** Only departments whose share changes. */
function countByQueue(pairs: readonly Pair[]): PreviewAnswer['queues'] {
  const count = (decisions: readonly RouteDecision[], queue: string) =>
    decisions.filter((one) => queuesIn(one).includes(queue)).length;
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
  const queues = [...new Set([...before, ...after].flatMap(queuesIn))].sort();
  return queues
    .map((queue) => ({ queue, before: count(before, queue), after: count(after, queue) }))
    .filter((one) => one.before !== one.after);
}

/** An empty list of queues: a person decides. */
const asExample = ({ document, before, after }: Pair) => ({
  documentId: document.documentId,
  fileName: document.fileName,
  before: queuesIn(before),
  after: queuesIn(after),
});
