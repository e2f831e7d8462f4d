/** What a line of a letter is there for. */
export type Part = 'header' | 'subject' | 'address' | 'body' | 'form' | 'quote' | 'signature' | 'footer';

export interface MarkedLine {
  readonly start: number;
  readonly end: number;
  readonly part: Part;
}

const mailHeader = /^\s*(?:von|an|cc|gesendet|datum|date|from|to|sent)\s*[:;]\s/i;
const subjectLine = /^\s*(?:betreff|betr|betrifft|bezug|subject|re|wg|fwd?|aw)\s*[.:;]/i;
const faxHeader =
  /\bS(?:eite)?\.?\s?\d{1,3}\s?(?:\/|von|v\.)\s?\d{1,3}\b|\bP\.?\s?\d+\/\d+|\d{2}:\d{2}.*(?:->|FAX|VON|AN:)/i;
const salutation =
  /^\s*(?:sehr\s+ge?e?hrte|geehrte|guten\s+(?:tag|morgen|abend)|hallo|hi\b|hey|liebe[rs]?\b|moin|gr[üu](?:ß|ss|B)\s+gott|servus|werte[rs]?\b|verehrte|tach|meine\s+damen|an\s+alle|grüezi|gude|ahoi|n'abend|mahlzeit|dear)/i;
const closing =
  /^\s*(?:mit\s+(?:\S+\s+){0,2}gr[üu](?:ß|ss|B)|hochachtungsvoll|(?:viele|beste|liebe|freundliche|herzliche|schöne|sch[oö]nen)\s+gr[üu]|mfg\b|m\.\s?f\.\s?g|lg\b|vg\b|gru(?:ß|ss|B)(?!\p{L})|gr[üu]ße\b|ade\b|tschüs|ciao|gez\b|i\.\s?[aA]\.|herzlichst?\b|hochachtend|grüssle|es\s+grüßt)/iu;
/** "Ihr Max Muster"; in a heading it is "Ihre Rechnung". */
const yours = /^\s*ihre?\s+[A-ZÄÖÜ]/i;
const postscript = /^\s*(?:p\.?\s?s\.?\b|nachtrag|nachsatz|übrigens|ach ja|noch was|und noch)/i;
const quoteStart =
  /^\s*-{2,}\s*(?:urspr[üu]ngliche|weitergeleitete|original)|^\s*am\s.{4,60}\bschrieb\b.{0,60}:?\s*$|^\s*begin forwarded/i;
/** Not ">> Kündigung <<", which stresses it. */
const quotedLine = /^\s*[>|](?!.*<\s*$)\s?/;
const appFooter =
  /von meinem \S+ gesendet|gesendet (?:von|mit) |diese (?:e-?mail|nachricht).{0,40}vertraulich|virenfrei|bitte pr[üu]fen sie.*ausdruck/i;
/** What stands below a firm's letter; between greeting and closing the same words are told, and a company's new name. */
const firmFooter =
  /gesch[äa]ftsf[üu]hr(?:er|ung)\s*:|\bHR[AB]\s?\d|\bamtsgericht\b.*\d|ust-?id|steuer-?nr|sitz der gesellschaft/i;
const checkBox = /^\s*[[(]\s?[xX✓]?\s?[\])]\s/;
/** Town and street, post box, phone, e-mail, place and day ("Kiel, den 3. Mai 2026", but not "Kündigung zum 3.5.26"). */
const address =
  /^\s*(?:D-|A-)?\d{5}\s+\p{Lu}|^\s*[\p{Lu}][\p{L}.\- ]{2,40}\s\d{1,4}\s?[a-z]?\s*(?:[,·|-]\s*\d{5}\s.*)?$|^\s*postfach\b|^\s*(?:tel|fax|telefon|mobil|handy|e-?mail|mail)\b\.?\s*:?\s*(?:[\d+(][\d ()/+.-]+|\S+@\S+)\s*$|^\s*[\w.+-]+@[\w.-]+\s*$|^\s*(?!.*\b(?:zum|ab|per|bis|seit|vom)\s+\d)[\p{L} .()/-]{2,40},?\s*(?:den|d\.|am)?\s*\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{2,4}\s*$|^\s*\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{2,4}\s*$|[·|]\s.*\d{5}\s\p{Lu}|^\s*(?:an|an die|firma|fa\.|herrn?|frau)\s*$/iu;

/** The lines of a letter with their offsets, each marked with its part. A form feed ends a line too. */
export function markLines(text: string): MarkedLine[] {
  let state: State = { seen: 'head', quoting: false };
  return splitLines(text).map((line) => {
    const [part, next] = markLine(text.slice(line.start, line.end), state);
    state = next;
    return { ...line, part };
  });
}

interface State {
  readonly seen: 'head' | 'body' | 'end';
  readonly quoting: boolean;
}

function markLine(line: string, state: State): [Part, State] {
  if (quoteStart.test(line)) return ['quote', { ...state, quoting: true }];
  if (state.quoting || quotedLine.test(line)) return ['quote', state];
  if (subjectLine.test(line) && state.seen === 'head') return ['subject', state];
  if (mailHeader.test(line) && state.seen === 'head') return ['header', state];
  if (salutation.test(line) && line.length < 90) return ['body', { ...state, seen: 'body' }];
  if (appFooter.test(line) || (firmFooter.test(line) && state.seen !== 'body')) return ['footer', state];
  if (checkBox.test(line)) return ['body', state];
  if (postscript.test(line)) return ['body', { ...state, seen: 'body' }];
  if (faxHeader.test(line) && state.seen === 'head') return ['header', state];
  const closes = closing.test(line) || (yours.test(line) && state.seen === 'body');
  if (closes && line.length < 70 && state.seen !== 'end') return ['signature', { ...state, seen: 'end' }];
  if (address.test(line) && line.length < 110) return ['address', state];
  if (state.seen === 'end') return [line.trim().split(/\s+/).length > 7 ? 'body' : 'signature', state];
  return ['body', state];
}

function splitLines(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split(/[\n\f]/)) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}
