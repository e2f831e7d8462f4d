import type { Field } from '@mailroom/core';
import type { Mention } from '../identifiers/mention.ts';

/** Right before the IBAN: the account it replaces, one for a refund or donations, or somebody else's. */
const old =
  /(?:(?<!\p{L})alte?[rnms]?|bisher\p{L}*|früher\p{L}*|erlischt|nicht mehr|statt|erstatt\p{L}*|gutschr\p{L}*|spende\p{L}*|anderkonto|pfändung\p{L}*)(?!.*(?:alt|bisher|statt))/isu;
const fresh =
  /(?:(?<!\p{L})neu\p{L}*|künftig\p{L}*|ab sofort|(?<!\p{L})ab(?!\p{L})|nunmehr|bitte|jetzt|abbuch\p{L}*|einzieh\p{L}*|lastschrift|mandat|sondern|gilt)/iu;

/** Where nobody asks for it, only an account that is called new, or one to debit. */
const plainly =
  /(?:(?<!\p{L})neue\p{L}* \p{L}*(?:konto|bank|iban|mandat)|künftig|abbuch|einzieh|lastschrift)(?!.*(?:überweis|zurück|erstatt))/isu;

/** The account to debit from now on; not the one it replaces, nor one only named for a refund. */
export function newIban(
  text: string,
  mentions: readonly Mention[],
  { asked }: { asked: boolean },
): Field | undefined {
  const ibans = mentions.filter(
    ({ kind, start }) =>
      kind === 'iban' && (asked || plainly.test(text.slice(Math.max(0, start - 60), start))),
  );
  // The only one may be called old from near by only: "the old bank has closed. DE12..." gives the new one.
  const reach = ibans.length === 1 ? 30 : 60;
  const scored = ibans.map((one, at) => ({ one, score: scoreOf(one, text, reach) + at * 0.1 }));
  const [best] = scored.filter(({ score }) => score >= 0).sort((one, other) => other.score - one.score);
  return best && { value: best.one.value, words: best.one.words };
}

function scoreOf({ start }: Mention, text: string, reach: number): number {
  const before = text.slice(Math.max(0, start - 90), start);
  const near = before.slice(-reach);
  const replaced = old.exec(near);
  const since = replaced ? near.slice(replaced.index + replaced[0].length) : before;
  return fresh.test(since) ? 1 : replaced ? -2 : 0.3;
}
