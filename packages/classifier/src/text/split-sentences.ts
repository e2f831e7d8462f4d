const abbreviations = new Set(
  'nr bzw ca tel str evtl usw etc ggf dr prof hr fr inkl zzgl abs art kd vertr vgl co kg mtl jan feb mrz apr jun jul aug sep sept okt nov dez z b u a d h i v o g s gez geb bzgl betr allg max min mind kto blz rg re vertragsnr kundennr rufnr kdnr rnr lt wg tgl std'.split(
    ' ',
  ),
);

/** Where the sentences between two offsets stand, as offsets without surrounding white space. */
export function splitSentences(text: string, from: number, to: number): { start: number; end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(/[.!?]+["“”«)']*(?=\s)|;(?=\s)/g)) {
    const end = from + match.index + match[0].length;
    if (!endsSentence(text, start, from + match.index, end)) continue;
    sentences.push({ start, end });
    start = end;
  }
  sentences.push({ start, end: to });
  return sentences.map((place) => trim(text, place)).filter(({ start: first, end }) => end > first);
}

/** A full stop after an abbreviation or an ordinal ("zum 1. Mai", "Nr. 5") does not end a sentence. */
function endsSentence(text: string, start: number, mark: number, end: number): boolean {
  if (text[mark] !== '.') return true;
  const word = /[\p{L}\p{N}]*$/u.exec(text.slice(start, mark))?.[0] ?? '';
  if (/^\d{1,3}$/.test(word))
    return /^\s+\p{Lu}/u.test(text.slice(end, end + 3)) && !ordinalGoesOn(text, end);
  if (abbreviations.has(word.toLowerCase()) || /^\p{L}$/u.test(word)) return false;
  return true;
}

function ordinalGoesOn(text: string, end: number): boolean {
  return /^\s+(?:Jan|Feb|März|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Mal|Tag|Monat|Woche|Quartal|Geburtstag|Stock|OG|Etage|d\.)/.test(
    text.slice(end, end + 14),
  );
}

function trim(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + lead + slice.trim().length };
}
