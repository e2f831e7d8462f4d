import type { ReportLine } from '@mailroom/database';
import type { Truth } from '@mailroom/fixtures';
import { same } from '../same-value.ts';

/** One document, what it is and what became of it. */
export interface Judged {
  readonly truth: Truth;
  readonly line: ReportLine | undefined;
  readonly intents: readonly string[];
  readonly routed: boolean;
  /** The best guess names the right main wish, whether routed or not. */
  readonly primaryRight: boolean;
  /** Routed with exactly the wishes of the letter: nothing missed, nothing invented. */
  readonly allRight: boolean;
  /** Routed, and the first work item is for a wish of the letter. */
  readonly queueRight: boolean;
  /** Routed so that the main wish is in its queue. */
  readonly primaryRouted: boolean;
  readonly accountRight: boolean;
  /** Routed without a cancellation that is there, or with one that is not. */
  readonly cancellationWrong: boolean;
  readonly fields: readonly JudgedField[];
}

export interface JudgedField {
  readonly name: string;
  /** What the letter says; any of them is right. */
  readonly expected: readonly string[];
  readonly found: string | undefined;
  readonly right: boolean;
}

export function judge(truth: readonly Truth[], report: ReadonlyMap<string, ReportLine>): readonly Judged[] {
  return truth.map((one) => judgeOne(one, report.get(one.file)));
}

function judgeOne(truth: Truth, line: ReportLine | undefined): Judged {
  const intents = line?.intents.map((one) => one.intent) ?? [];
  const routed = line?.state === 'routed';
  const primary = truth.intents[0];
  const fields = Object.entries(truth.fields).map(([name, expected]): JudgedField => {
    const found = line?.fields[name];
    const right = found !== undefined && expected.some((value) => same(name, value, found));
    return { name, expected, found, right };
  });
  return {
    truth,
    line,
    intents,
    routed,
    primaryRight: intents[0] === primary,
    allRight: routed && sameSet(intents, truth.intents),
    queueRight: routed && truth.intents.includes(intents[0] ?? ''),
    primaryRouted: routed && primary !== undefined && intents.includes(primary),
    accountRight: line !== undefined && (line.account?.customerNumber ?? null) === truth.customerNumber,
    cancellationWrong: routed && intents.includes('cancellation') !== truth.intents.includes('cancellation'),
    fields,
  };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
