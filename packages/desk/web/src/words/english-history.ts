import { englishTwins } from './english-twins.ts';
import { type Details, textOf } from './format.ts';

/** Names of what comes from the database as a word of its own: events, actors, queues. */
export const englishHistory = {
  events: {
    received: (of: Details) => (of['replay'] ? 'Processed again' : `Received: ${textOf(of['path'])}`),
    'received-again': (of: Details) => `The same file came again: ${textOf(of['path'])}`,
    ...englishTwins.events,
    read: () => 'Read',
    classified: () => 'Intents recognised',
    indexed: () => 'Account matched',
    routed: (of: Details) => (of['corrected'] ? 'Corrected and delivered' : 'Delivered'),
    review: (of: Details) => (of['undone'] ? 'Decision taken back' : `To review: ${textOf(of['reason'])}`),
    rejected: (of: Details) => `Rejected: ${textOf(of['reason'])}`,
    confirmed: () => 'Boundaries in the stack confirmed',
    claimed: () => 'Claimed',
    released: () => 'Released',
    finished: () => 'Done',
    reopened: () => 'Reopened',
    forwarded: (of: Details) => `Forwarded to ${textOf(of['to'])}: ${textOf(of['reason'])}`,
    'rescan-requested': (of: Details) =>
      `New scan asked for (${textOf(of['station'])}): ${textOf(of['reason'])}`,
    'blind-checked': (of: Details) =>
      of['verdict'] === 'right' ? 'Confirmed by the sample' : 'Decided otherwise in the sample',
    rescanned: (of: Details) => `Scanned again as document ${textOf(of['rescannedAs'])}`,
    note: (of: Details) => textOf(of['text']),
  },
  actors: {
    ingest: 'Intake',
    ocr: 'Reading',
    classify: 'Intents',
    index: 'Matching',
    route: 'Routing',
    separate: 'Separation',
  },
  queues: {
    allgemein: 'General',
    beschwerde: 'Complaints',
    datenschutz: 'Privacy',
    entstoerung: 'Fault repair',
    forderungsmanagement: 'Receivables',
    kuendigung: 'Cancellations',
    nachlass: 'Bereavement',
    rechnungsklaerung: 'Invoice disputes',
    rufnummernportierung: 'Number porting',
    stammdaten: 'Master data',
    vertragsarchiv: 'Contract archive',
    vertragsuebernahme: 'Contract transfer',
    vertragsverlaengerung: 'Renewals',
    widerruf: 'Revocations',
    zahlungsverkehr: 'Payments',
    review: 'Review',
  },
};
