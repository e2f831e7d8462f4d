import type { Field } from '@mailroom/core';

const whole = String.raw`\d{1,3}(?:\.\d{3})+|\d{1,6}`;
const currency = String.raw`€|euro(?!\p{L})|eur(?!\p{L})`;
/** "49,90 €", "74 Euro 20", "EUR 49.90", and "49,90" where nothing shows that it is no money. */
const pattern = new RegExp(
  [
    String.raw`(?<![\d.,/-])(${whole})(?:[,.](\d{2}))? ?(?:${currency}|,-)(?: (\d{2})(?![\d.,%]))?`,
    String.raw`(?:${currency}) ?(${whole})[,.](\d{2})(?!\d)`,
    String.raw`(?<![\d.,/-])(${whole}),(\d{2})(?![\d.,]\d|\d| ?(?:gb|%|uhr|cm|km|m(?!\p{L})))`,
  ].join('|'),
  'giu',
);
const asked =
  /widersp|unrecht|zurück|erstatt|streich|storn|in höhe von|über|forderung|offen|betrag|schuld|summe|mahn|nicht (?:bezahl|schuldig)|zahl.{0,20}nicht|beanstand|zu viel|zuviel|gutschr|gesamt|zusammen|abgebucht|berechnet|rückstand|stund/iu;
const beside =
  /grundgebühr|normal|sonst|statt|anstatt|je\s*$|raten? (?:von|zu|à|je)|monatlich|pro monat|jeden monat|im monat/iu;

/** Not a price but what changes: "5 Euro mehr", "Gutschrift von 60 Euro", and what is offered in small print. */
const differenceAfter =
  /^ ?(?:€|euro|eur)? ?(?:im monat|pro monat|monatlich)? ?(?:weniger|mehr|rabatt|bonus|erhalten)/iu;
const differenceBefore =
  /(?:rabatt|zuzahlung|gutschrift|gutschein|erhöhung|preiserhöhung|bonus|höchstens|\(ab|statt|einmalig)\P{L}*(?:von|um|über)?\s*$/iu;

/** The sum the letter is about, as "49.90"; `sumsOnly`: differences are none. */
export function amount(text: string, { sumsOnly = false } = {}): Field | undefined {
  const matches = [...text.matchAll(pattern)].filter((match) => !sumsOnly || !isDifference(match, text));
  const found = matches.map((match, at) => ({ match, score: scoreOf(match, text, at) }));
  const [best] = found.sort((one, other) => other.score - one.score);
  if (!best) return undefined;
  const [words, ...parts] = best.match;
  const [euros = '', cents = '00'] = parts.filter((part) => part !== undefined);
  return { value: `${euros.replace(/\./g, '')}.${cents}`, words: words.trim() };
}

function isDifference({ 0: words, index }: RegExpExecArray, text: string): boolean {
  return (
    differenceAfter.test(text.slice(index + words.length, index + words.length + 30)) ||
    differenceBefore.test(text.slice(Math.max(0, index - 30), index))
  );
}

function scoreOf({ 0: words, index }: RegExpExecArray, text: string, at: number): number {
  const before = text.slice(Math.max(0, index - 70), index);
  const after = text.slice(index + words.length, index + words.length + 60);
  return (
    (asked.test(before) ? 1 : 0) +
    (asked.test(after) ? 0.8 : 0) -
    (beside.test(before.slice(-30).replace(/^.*\d/s, '')) ? 2 : 0) -
    at * 0.05
  );
}
