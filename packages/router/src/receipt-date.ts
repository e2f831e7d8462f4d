import {
  addDays,
  type BusinessCalendar,
  type Channel,
  civilDate,
  isBusinessDay,
  nextBusinessDay,
} from '@mailroom/core';
import { DateTime } from 'luxon';

/** The day from which every deadline runs (ISO date), and in German words why it is this one. */
export interface ReceiptDate {
  readonly date: string;
  readonly reason: string;
}

/**
 * The civil day on which a document counts as received (BGB s.130; BGH XII ZR 214/00). `receivedAt` is for a
 * letter when its batch was received, for a fax when its last page had come in, for a mail when it arrived.
 */
export function receiptDate(channel: Channel, receivedAt: Date, calendar: BusinessCalendar): ReceiptDate {
  const day = civilDate(receivedAt, calendar);
  if (channel === 'letter') {
    return {
      date: day,
      reason: `Brief: Es zählt der Tag, an dem die Post eingegangen ist (${german(day)}).`,
    };
  }
  return transmitted(channel === 'fax' ? 'Fax' : 'E-Mail', receivedAt, calendar);
}

function transmitted(what: string, receivedAt: Date, calendar: BusinessCalendar): ReceiptDate {
  const local = DateTime.fromJSDate(receivedAt, { zone: calendar.timeZone });
  const day = civilDate(receivedAt, calendar);
  const at = `${what} vollständig eingegangen am ${german(day)} um ${local.toFormat('HH:mm')} Uhr`;
  if (!isBusinessDay(day, calendar)) {
    const date = nextBusinessDay(day, calendar);
    return { date, reason: `${at}, kein Geschäftstag: Es zählt der nächste Geschäftstag (${german(date)}).` };
  }
  if (isAfterClosing(local, calendar)) {
    const date = nextBusinessDay(addDays(day, 1), calendar);
    return {
      date,
      reason: `${at}, nach Geschäftsschluss: Es zählt der nächste Geschäftstag (${german(date)}).`,
    };
  }
  return { date: day, reason: `${at}, während der Geschäftszeit.` };
}

/** At the very stroke of closing it is still in time; `closesAtHour` 24 means never after. */
function isAfterClosing(local: DateTime, { closesAtHour }: BusinessCalendar): boolean {
  const hours = local.hour + local.minute / 60 + (local.second + local.millisecond / 1000) / 3600;
  return hours > closesAtHour;
}

function german(date: string): string {
  return DateTime.fromISO(date, { zone: 'utc' }).toFormat('dd.MM.yyyy');
}
