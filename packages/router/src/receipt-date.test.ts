import { defaultCalendar } from '@mailroom/core';
import { describe, expect, test } from 'vitest';
import { endDateProposal } from './end-date-proposal.ts';
import { receiptDate } from './receipt-date.ts';

const calendar = { ...defaultCalendar, region: 'BY' } as const;

describe('receiptDate', () => {
  test('a letter counts on the day its batch came in, also on a Saturday', () => {
    const { date, reason } = receiptDate('letter', new Date('2026-10-03T09:00:00Z'), calendar);
    expect(date).toBe('2026-10-03');
    expect(reason).toContain('03.10.2026');
  });

  test('a letter scanned shortly after midnight German time belongs to the new day', () => {
    expect(receiptDate('letter', new Date('2026-07-01T22:30:00Z'), calendar).date).toBe('2026-07-02');
  });

  test('a fax within business hours counts at once, up to the stroke of closing', () => {
    expect(receiptDate('fax', new Date('2026-07-01T16:00:00Z'), calendar).date).toBe('2026-07-01');
  });

  test('a fax after closing counts on the next business day', () => {
    const { date, reason } = receiptDate('fax', new Date('2026-07-03T16:00:01Z'), calendar);
    expect(date).toBe('2026-07-06');
    expect(reason).toBe(
      'Fax vollständig eingegangen am 03.07.2026 um 18:00 Uhr, nach Geschäftsschluss: Es zählt der nächste Geschäftstag (06.07.2026).',
    );
  });

  test('a mail on a holiday of the state counts on the next business day', () => {
    // Corpus Christi: a holiday in Bavaria, not in Berlin.
    const at = new Date('2026-06-04T08:00:00Z');
    expect(receiptDate('email', at, calendar).date).toBe('2026-06-05');
    expect(receiptDate('email', at, { ...calendar, region: 'BE' }).date).toBe('2026-06-04');
  });

  test('a mail at night before a weekend with a holiday waits for all of it', () => {
    expect(receiptDate('email', new Date('2026-04-02T21:00:00Z'), calendar).date).toBe('2026-04-07');
  });

  test('a company that never closes takes a late fax on its day', () => {
    const { date } = receiptDate('fax', new Date('2026-07-01T21:59:00Z'), { ...calendar, closesAtHour: 24 });
    expect(date).toBe('2026-07-01');
  });
});

test('the end date proposal is one month after receipt, cut at the end of a shorter month', () => {
  expect(endDateProposal('2026-01-31')).toEqual({
    date: '2026-02-28',
    source: 'Nach Ablauf der Mindestlaufzeit ein Monat ab Eingang (§ 56 Abs. 3 TKG).',
  });
});
