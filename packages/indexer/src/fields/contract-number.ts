import type { Field } from '@mailroom/core';
import { insideAny, type Mention, type Span } from '../identifiers/mention.ts';

const stays =
  /\b(?:bleib|behalt|behäl|nicht betroffen|nicht gegenstand|läuft weiter|nicht (?:den|mein)|kündige ich nicht|andere[nr]?)\w*/iu;

/** The contract the letter is about: the first of the learned shape or announced as one, rather not one that stays. */
export function contractNumber(text: string, mentions: readonly Mention[]): Field | undefined {
  const elsewise = mentions.filter((one) => one.kind !== 'contract');
  const contracts = withoutParts(mentions, text).filter(
    (one) =>
      one.kind === 'contract' &&
      !isCalledElse(one, text) &&
      (isCalledSo(one, text) || !(isPostalCode(one, text) || isDay(one))) &&
      !elsewise.some((other) => other.kind === 'phone' && isPart(one, other)) &&
      !longerBehind.test(text.slice(one.end, one.end + 6)) &&
      (isCalledSo(one, text) || !isElse(one, elsewise)),
  );
  const affected = contracts.filter((one) => !stays.test(sentenceOf(text, one)));
  const chosen = affected[0] ?? contracts[0];
  if (!chosen) return undefined;
  const words = chosen.words.trim() + (ending.exec(text.slice(chosen.end, chosen.end + 6))?.[0] ?? '');
  return { value: words.replace(/\s+/g, ''), words };
}

/** Only the beginning of another number. */
const longerBehind = /^[-/]\d{5}/;
/** "88-28158" with "-3" or "/A" behind: contracts of one customer are often told apart so. */
const ending = /^[-/](?:\d{1,4}|\p{Lu}{1,2})(?![\p{L}\p{N}])/u;

/** Also a phone number, a customer's, unless those are only its parts. */
const isElse = (one: Mention, elsewise: readonly Mention[]): boolean =>
  insideAny(
    one,
    elsewise.filter((other) => !isPart(other, one)),
  );

/** Those that lie in no longer one; passed once, since a list may hold thousands of numbers. */
function withoutParts(mentions: readonly Mention[], text: string): readonly Mention[] {
  let widest: Span = { start: 0, end: 0 };
  return mentions
    .toSorted((one, other) => one.start - other.start || other.end - one.end)
    .filter((one) => {
      const isWithin = one.end <= widest.end && isPart(one, widest) && !isCalledSo(one, text);
      if (one.end > widest.end) widest = one;
      return !isWithin;
    });
}

const isPart = (one: Span, whole: Span): boolean =>
  whole.start <= one.start && one.end <= whole.end && one.end - one.start < whole.end - whole.start;

/** Right before it: where the shapes do not tell the kinds of numbers apart, the writer may. */
const isCalledSo = ({ start }: Mention, text: string): boolean =>
  /(?:vertr|vtr|auftr)[^\n\d]{0,25}$/iu.test(text.slice(Math.max(0, start - 35), start));

/** Only of plain digits: letters in a number tell what it is. */
const isCalledElse = ({ start, words }: Mention, text: string): boolean =>
  !/\p{L}/u.test(words) &&
  /(?:(?<!\p{L})(?:kd|kund|zeichen|az|akten|tel|fax|postfach|rechn|datum|einschreib)[^\n\d]{0,20}|(?<!\p{L})rr ?)$/iu.test(
    text.slice(Math.max(0, start - 35), start),
  );

/** "99510 Apolda", "14 · 59425 Unna": after a house number too. */
const isPostalCode = ({ words, end }: Mention, text: string): boolean =>
  /^(?:\d{1,3} ?[·–-] ?)?\d{5}$/.test(words) && /^ \p{Lu}\p{L}+/u.test(text.slice(end, end + 4));

/** "20261027 005009": the day and the count that a scanner prints on a page. */
const isDay = ({ words }: Mention): boolean =>
  /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(words);

function sentenceOf(text: string, { start, end }: Mention): string {
  const before = text.slice(Math.max(0, start - 40), start).replace(/^.*(?:[.!?;]\s|\n\s*\n)/s, '');
  const after = text.slice(end, end + 80);
  const to = after.search(/[.!?;]\s|\n\s*\n/);
  return before + after.slice(0, to < 0 ? 60 : to);
}
