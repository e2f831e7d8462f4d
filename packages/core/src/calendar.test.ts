import { expect, test } from 'vitest';
import { addBusinessDays, calendarSchema, defaultCalendar, isBusinessDay } from './calendar.ts';

test('a day on which the company is closed is no business day, and deadlines step over it', () => {
  const calendar = { ...defaultCalendar, closedDays: ['2026-05-15'] }; // the Friday after Ascension Day
  expect(isBusinessDay('2026-05-15', defaultCalendar)).toBe(true);
  expect(isBusinessDay('2026-05-15', calendar)).toBe(false);
  expect(addBusinessDays('2026-05-13', 1, calendar)).toBe('2026-05-18');
});

test('a calendar with an unknown state, zone or date is refused', () => {
  for (const wrong of [{ region: 'XX' }, { timeZone: 'Mars/Olympus' }, { closedDays: ['24.12.'] }]) {
    expect(calendarSchema.safeParse({ ...defaultCalendar, ...wrong }).success).toBe(false);
  }
});
