const abbreviations = new Set(
  'nr bzw ca tel str evtl usw etc ggf dr prof hr fr inkl zzgl abs art kd vertr vgl co kg mtl jan feb mrz apr jun jul aug sep sept okt nov dez z b u a d h i v o g s gez geb bzgl betr allg max min mind kto blz rg re vertragsnr kundennr rufnr kdnr rnr lt wg tgl std'.split(
    ' ',
  ),
);

/** Offsets in a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the sentences between two offsets stand, without surrounding white space; long ones are cut at their joints. */
export function splitSentences(text: string, from: number, to: number): Place[] {
  const sentences: Place[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(/[.!?]+["“”«)']*(?=\s)|;(?=\s)/g)) {
    const end = from + match.index + match[0].length;
    if (!endsSentence(text, start, from + match.index, end)) continue;
    sentences.push({ start, end });
    start = end;
  }
  sentences.push({ start, end: to });
  return sentences
    .map((place) => trim(text, place))
    .filter(({ start: first, end }) => end > first)
    .flatMap((place) => cutWhereLong(text, place));
}

const longWords = 18;
const veryLongWords = 26;
const leastWords = 4;
/** Characters that hold the least words in any case; counting all that follows would take its time for each joint. */
const roomForLeast = 200;
const joints =
  /,\s+(?=(?:und|aber|außerdem|ausserdem|zudem|denn|weil|da|bitte|dann|übrigens)\s)|\s[-–]\s|:\s/giu;
const looseJoints = /\s(?=(?:und|außerdem|ausserdem|bitte)\s)/giu;

/** Many write several things in one sentence, some without a full stop in the whole letter. */
function cutWhereLong(text: string, place: Place): Place[] {
  return cutAt(text, place, joints, longWords).flatMap((piece) =>
    cutAt(text, piece, looseJoints, veryLongWords),
  );
}

/** The pieces of a place that has more words than `above`, none shorter than a few words. */
function cutAt(text: string, { start, end }: Place, border: RegExp, above: number): Place[] {
  if (countWords(text, start, end) <= above) return [{ start, end }];
  const pieces: Place[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(border)) {
    const at = start + match.index + match[0].length;
    if (countWords(text, from, at) < leastWords) continue;
    if (countWords(text, at, Math.min(end, at + roomForLeast)) < leastWords) break;
    pieces.push({ start: from, end: at });
    from = at;
  }
  return [...pieces, { start: from, end }].map((piece) => trim(text, piece));
}

function countWords(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\S+/g)?.length ?? 0;
}

/** A full stop after an abbreviation or an ordinal ("zum 1. Mai", "Nr. 5") does not end a sentence. */
function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  if (text[mark] !== '.') return true;
  const word = /[\p{L}\p{N}]*$/u.exec(text.slice(start, mark))?.[0] ?? '';
  if (/^\d{1,2}$/.test(word))
    return /^\s+\p{Lu}/u.test(text.slice(end, end + 3)) && !ordinalGoesOn(text, end);
  if (abbreviations.has(word.toLowerCase()) || /^\p{L}$/u.test(word)) return false;
  return true;
}

function ordinalGoesOn(text: string, end: number): boolean {
  return /^\s+(?:Jan|Feb|März|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Mal|Tag|Monat|Jahr|Lebensjahr|Woche|Quartal|Geburtstag|Stock|OG|Etage|d\.)/.test(
    text.slice(end, end + 14),
  );
}

function trim(text: string, { start, end }: Place): Place {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + lead + slice.trim().length };
}
