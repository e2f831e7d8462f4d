import { DateTime } from 'luxon';

/** What a gateway says about a fax in its mail. */
export interface GatewayFacts {
  /** Digits, with a plus sign before them when it was there. */
  readonly callerNumber?: string;
  readonly calledNumber?: string;
  readonly announcedPages?: number;
  /** When the fax was received, as far as it is believable beside the time of the mail. */
  readonly sentAt?: Date;
}

const number = String.raw`(\+?\(?\d[\d \t()/.-]{3,22}\d)`;
const label = (...words: readonly string[]) => String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})`;
const filler = String.raw`(?:[ \t]*(?:der|die|das|nummer|rufnummer|faxnummer|number|fax|telefax)){0,2}[ \t]*[:=]?[ \t]*`;
const callers = [
  'von',
  'from',
  'absender\\w*',
  'anrufer\\w*',
  'sender',
  'caller(?: ?id)?',
  'tsi',
  'gegenstelle',
];
const called = ['an', 'to', 'f\u00fcr', 'for', 'empf\u00e4nger\\w*', 'ziel\\w*', 'recipient', 'did'];

const patterns = {
  caller: new RegExp(label(...callers) + filler + number, 'iu'),
  called: new RegExp(label(...called) + filler + number, 'iu'),
  labelledPages:
    /(?<!\p{L})(?:(?:anzahl (?:der )?)?seiten(?:zahl|anzahl)?|(?:number of )?pages)[ \t]*[:=][ \t]*(\d{1,3})\b/iu,
  countedPages: /(?<![\d.,:])(\d{1,3})[ \t]+(?:seiten?\b|seite\(n\)|pages?\b|page\(s\))/iu,
  time: /\b(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\b,?[ \t]*(?:um[ \t]*)?(\d{1,2}):(\d{2})(?::(\d{2}))?/u,
};

/** Reads subject and text of the mail, German or English. A time without a zone is local time in Berlin. */
export function readGatewayText(text: string, mailReceivedAt: Date): GatewayFacts {
  const callerNumber = patterns.caller.exec(text)?.[1];
  const calledNumber = patterns.called.exec(text)?.[1];
  const pages = patterns.labelledPages.exec(text) ?? patterns.countedPages.exec(text);
  const sentAt = believable(timeIn(text), mailReceivedAt);
  return {
    ...(callerNumber ? { callerNumber: plainNumber(callerNumber) } : {}),
    ...(calledNumber ? { calledNumber: plainNumber(calledNumber) } : {}),
    ...(pages ? { announcedPages: Number(pages[1]) } : {}),
    ...(sentAt ? { sentAt } : {}),
  };
}

function plainNumber(written: string): string {
  return written.replace(/[^\d+]/g, '');
}

function timeIn(text: string): Date | undefined {
  const [, day, month, year, hour, minute, second = 0] = (patterns.time.exec(text) ?? []).map(Number);
  if (day === undefined || year === undefined) return undefined;
  const at = DateTime.fromObject(
    { year: year < 100 ? 2000 + year : year, month, day, hour, minute, second: second || 0 },
    { zone: 'Europe/Berlin' },
  );
  return at.isValid ? at.toJSDate() : undefined;
}

const longestDelayMs = 48 * 3_600_000;
/** Clocks differ. */
const clockSlackMs = 10 * 60_000;

/** A deadline must not start from a clock that is wrong. */
function believable(at: Date | undefined, mailReceivedAt: Date): Date | undefined {
  const delayMs = at ? mailReceivedAt.getTime() - at.getTime() : Number.NaN;
  return delayMs <= longestDelayMs && delayMs >= -clockSlackMs ? at : undefined;
}
