import type { ReportLine } from '@mailroom/database';
import type { Truth } from '@mailroom/fixtures';

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
  /** Routed, and the first work item lies in a queue that the letter asks for. */
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
    return { name, expected, found, right: expected.some((value) => same(value, found)) };
  });
  return {
    truth,
    line,
    intents,
    routed,
    primaryRight: intents[0] === primary,
    allRight: sameSet(intents, truth.intents),
    queueRight: routed && truth.intents.includes(intents[0] ?? ''),
    primaryRouted: routed && primary !== undefined && intents.includes(primary),
    accountRight: (line?.account?.customerNumber ?? null) === truth.customerNumber,
    cancellationWrong: routed && intents.includes('cancellation') !== truth.intents.includes('cancellation'),
    fields,
  };
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function same(expected: string, found: string | undefined): boolean {
  const plain = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return found !== undefined && plain(expected) === plain(found);
}
