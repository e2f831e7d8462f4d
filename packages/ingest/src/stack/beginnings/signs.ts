import type { LookLine, PageLook } from './page-look.ts';

/* What lines of a letter say about where in the letter they stand. Words as OCR gives them: a letter may be wrong. */

const greeting =
  /^\W*(sehr ge[eé]hrte|guten (tag|morgen|abend)|hallo\b|liebes? |lieber |moin\b|gr[uü](ß|ss|b) gott|(ver|ge)?ehrte |werte )/i;
const closing =
  /(freundlich\w* gr[uü]|herzlich\w* gr[uü]|beste\w* gr[uü]|viele gr[uü]|liebe gr[uü]|sch[oö]ne\w* gr[uü]|hochachtungsvoll|^\W*(mfg|gru(ß|ss)|lg)\b|im auftrag\b|verbleibe ich)/i;
const date =
  /^\W*(\p{Lu}[\p{L} ()./-]{1,30},? )?((den|am|vom) )?([0-3]?\d\. ?([01]?\d\. ?(19|20)?\d\d|(jan|feb|m[aä]r|apr|mai|jun|jul|aug|sep|okt|nov|dez)\p{L}*\.? ?((19|20)\d\d)?))\W*$/iu;
/** Stamps of receipt have their month in capitals. */
const stamped = /\d\. ?\p{Lu}{3}/u;
const place = /(^|\s)(D-)?\d{5} +\p{Lu}\p{Ll}{2,}/u;
const reach = /\b(tel(efon)?|fon|mobil|handy|fax|e-?mail)\b ?[.:]|@\w|\bwww\./i;
const subject =
  /^\W*(betreff|betr\.|k[uü]ndigung|widerruf|widerspruch|antrag|ihr zeichen|unser zeichen|kundennummer|kunden-?nr|vertragsnummer|rechnung|adress[aä]nderung|umzug|beschwerde|reklamation)/i;
const more = /^\W*(-? ?(bitte wenden|b\. ?w\.|fortsetzung)|\.\/\.|…)\W*$/i;
const enclosure = /^\W*anlagen?\b/i;
/** "Seite 2", "- 2 -", "Blatt 2", "2/3", "Seite 2 von 3" alone on a line. */
const pageNumber =
  /^\W*(?:(?:seite|blatt|s\.|page)\W{0,3}(\d{1,2})(?: ?(?:von|\/|of) ?(\d{1,2}))?|[-–—=~] ?(\d{1,2}) ?[-–—=~]|(\d{1,2}) ?\/ ?(\d{1,2}))\W*$/i;

export interface Numbering {
  readonly page: number;
  readonly of: number | undefined;
}

/** What one page says of itself. Shares are of the page's height, 0 at the top. */
export interface Signs {
  readonly greetsAt: number | undefined;
  readonly closesAt: number | undefined;
  readonly datedAt: number | undefined;
  readonly subjectAt: number | undefined;
  /** Lines with a postal code and a place in the upper part: sender and recipient. */
  readonly places: number;
  readonly reachable: boolean;
  readonly numbering: Numbering | undefined;
  readonly announcesMore: boolean;
  readonly names: boolean;
  readonly isEnclosure: boolean;
  readonly startsInSentence: boolean;
  readonly endsInSentence: boolean;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Of the lines in the upper part those that end long before the margin, as in a letterhead. */
  readonly shortOnTop: number;
  /** Of the first three lines those that run from margin to margin. */
  readonly proseAtStart: number;
  readonly lineCount: number;
}

export function signsOf(look: PageLook): Signs {
  const { lines, heightMm } = look;
  const at = (line: LookLine | undefined) => (line ? line.topMm / heightMm : undefined);
  const upper = lines.filter(({ topMm }) => topMm < heightMm * 0.42);
  const numbered = lines.filter((_, index) => index < 3 || index >= lines.length - 3);
  const body = withoutFooter(look).filter(({ text }) => !pageNumber.test(text) && !more.test(text));
  const first = body[0];
  const last = body.at(-1);
  const isLongHere = (line: LookLine) => isLong(line, look);
  return {
    greetsAt: at(lines.find(({ text }) => greeting.test(text) && text.length < 70)),
    closesAt: at(lines.findLast(({ text }) => closing.test(text) && text.length < 70)),
    datedAt: at(upper.find(({ text }) => date.test(text) && !stamped.test(text))),
    subjectAt: at(upper.find(({ text }) => subject.test(text) && text.length < 80)),
    places: upper.filter(({ text }) => place.test(text)).length,
    reachable: upper.some(({ text, topMm }) => reach.test(text) && topMm < heightMm * 0.3),
    numbering: numbered.map(({ text }) => numberingOf(text)).find((one) => one !== undefined),
    announcesMore: lines.slice(-3).some(({ text }) => more.test(text)),
    names: body.slice(-6).some(({ text }) => enclosure.test(text)),
    isEnclosure: lines.slice(0, 2).some(({ text }) => enclosure.test(text)),
    startsInSentence: /^[\p{Ll}(„]|^\d+\)/u.test(first?.text ?? ''),
    endsInSentence: endsInSentence(last?.text ?? ''),
    startsAt: at(first) ?? 0,
    endsAt: (last?.bottomMm ?? 0) / heightMm,
    shortOnTop:
      1 -
      shareOf(
        body.filter(({ topMm }) => topMm < heightMm * headShare),
        isLongHere,
      ),
    proseAtStart: shareOf(body.slice(0, 3), isLongHere),
    lineCount: body.length,
  };
}

/** Of the page's height: sender, recipient and date stand above it. */
const headShare = 0.33;

/** Most of the width of the text, and longer than any address. */
function isLong({ leftMm, rightMm, text }: LookLine, look: PageLook): boolean {
  return text.length > 30 && rightMm - leftMm > (look.rightMm - look.leftMm) * 0.7;
}

function shareOf<T>(all: readonly T[], test: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(test).length / all.length;
}

/** Firms print small lines at the foot of their paper: they say nothing about where the letter ends. */
function withoutFooter({ lines, heightMm, lineMm, pitchMm }: PageLook): readonly LookLine[] {
  const isFooter = ({ topMm, bottomMm }: LookLine, index: number) => {
    const above = lines[index - 1];
    const apart = above !== undefined && topMm - above.topMm > pitchMm * 2;
    return topMm > heightMm * 0.86 && (apart || bottomMm - topMm < lineMm * 0.8);
  };
  const footer = lines.findIndex(isFooter);
  return footer > 0 ? lines.slice(0, footer) : lines;
}

function numberingOf(text: string): Numbering | undefined {
  const match = pageNumber.exec(text);
  if (!match) return undefined;
  const page = Number(match[1] ?? match[3] ?? match[4]);
  const of = match[2] ?? match[5];
  return page > 0 && page < 40 ? { page, of: of === undefined ? undefined : Number(of) } : undefined;
}

/** A long last line without an end, or one that a hyphen breaks. */
function endsInSentence(text: string): boolean {
  return /\p{L}-$/u.test(text) || (text.length > 40 && /[\p{L},;]$/u.test(text));
}
