import { defaultCalendar, type Taxonomy } from '@mailroom/core';
import { describe, expect, test } from 'vitest';
import { decideRoute, type RouteInput } from './decide-route.ts';

const taxonomy: Taxonomy = {
  version: 'test',
  intents: [
    {
      intent: 'cancellation',
      label: { de: 'Kündigung', en: 'Cancellation' },
      queue: 'cancellations',
      due: { unit: 'businessDays', amount: 2 },
      retentionClass: 'trade-letter',
      needsAccount: true,
      keywords: [],
    },
    {
      intent: 'privacy-request',
      label: { de: 'Datenschutz', en: 'Privacy' },
      queue: 'privacy',
      due: { unit: 'days', amount: 30 },
      retentionClass: 'privacy',
      needsAccount: true,
      keywords: [],
    },
    {
      intent: 'other',
      label: { de: 'Sonstiges', en: 'Other' },
      queue: 'service',
      due: { unit: 'businessDays', amount: 5 },
      retentionClass: 'none',
      needsAccount: false,
      keywords: [],
    },
  ],
};
const context = { taxonomy, calendar: defaultCalendar };

/** A sure cancellation of 30 April 2026, the day before a holiday and a weekend. */
const letter = (change: Partial<RouteInput> = {}): RouteInput => ({
  intents: ['cancellation'],
  customerNumber: '47110815',
  receiptDate: '2026-04-30',
  doubts: [],
  ...change,
});

describe('decideRoute', () => {
  test('business days skip the holiday and the weekend, and end with the day in local time', () => {
    expect(decideRoute(letter(), context)).toEqual({
      workItems: [
        {
          intent: 'cancellation',
          queue: 'cancellations',
          dueAt: new Date('2026-05-05T21:59:59.999Z'),
          customerNumber: '47110815',
        },
      ],
    });
  });

  test('calendar days count every day', () => {
    const { workItems } = decideRoute(letter({ intents: ['privacy-request'] }), context);
    expect(workItems[0]?.dueAt).toEqual(new Date('2026-05-30T21:59:59.999Z'));
  });

  test('several intents become one work item each, the most important first, none twice', () => {
    const { workItems } = decideRoute(
      letter({ intents: ['privacy-request', 'cancellation', 'privacy-request'] }),
      context,
    );
    expect(workItems.map((item) => item.queue)).toEqual(['privacy', 'cancellations']);
  });

  test('advertising needs no account, and no doubt about the account stops it', () => {
    const decision = decideRoute(
      letter({ intents: ['other'], customerNumber: null, accountDoubts: ['Kein Konto gefunden.'] }),
      context,
    );
    expect(decision.reason).toBeUndefined();
    expect(decision.workItems[0]).toMatchObject({ queue: 'service', customerNumber: null });
  });

  test('a doubt of any stage goes to a person with its words, and no work item is made', () => {
    expect(decideRoute(letter({ doubts: ['Die Seite ist unleserlich'] }), context)).toEqual({
      workItems: [],
      reason: 'Die Seite ist unleserlich.',
    });
  });

  test('a doubt about the account stops what needs an account', () => {
    const { reason } = decideRoute(letter({ accountDoubts: ['Zwei Konten kommen in Frage.'] }), context);
    expect(reason).toBe('Zwei Konten kommen in Frage.');
  });

  test('without an account, without an intent, or with an unknown one, the reason says what to do', () => {
    expect(decideRoute(letter({ customerNumber: null }), context).reason).toBe(
      'Für „Kündigung“ fehlt das Kundenkonto; bitte das Konto zuordnen.',
    );
    expect(decideRoute(letter({ intents: [] }), context).reason).toBe(
      'Es wurde kein Anliegen erkannt; bitte lesen und das Anliegen wählen.',
    );
    expect(decideRoute(letter({ intents: ['haiku'] }), context).reason).toBe(
      'Das Anliegen „haiku“ ist in der Taxonomie unbekannt; bitte ein bekanntes wählen.',
    );
  });

  test('all reasons are given at once', () => {
    const { reason, workItems } = decideRoute(
      letter({ intents: ['haiku', 'cancellation'], customerNumber: null }),
      context,
    );
    expect(workItems).toEqual([]);
    expect(reason).toContain('„haiku“');
    expect(reason).toContain('„Kündigung“');
  });
});
