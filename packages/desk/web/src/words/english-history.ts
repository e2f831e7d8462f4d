import { englishTwins } from './english-twins.ts';
import { type Details, formatsIn, textOf } from './format.ts';

const formats = formatsIn('en-GB');

/** Names of what comes from the database as a word of its own: events, actors, actions, queues. */
export const englishHistory = {
  actions: {
    viewed: 'looked at',
    searched: 'searched',
    listed: 'opened a list',
    'downloaded-original': 'downloaded the original',
    'downloaded-pdf': 'downloaded the PDF',
    'signed-in': 'signed in',
    'signed-out': 'signed out',
    'accepted-invitation': 'accepted an invitation',
    'created-user': 'added a person',
    'changed-user': 'changed a person',
    invited: 'invited',
    decided: 'decided',
    undone: 'took back',
    'added-intent': 'added an intent',
    worked: 'worked on items',
    noted: 'wrote a note',
    'checked-blind': 'checked a sample',
    'changed-rules': 'changed the rules',
    'asked-for-rescan': 'asked for a new scan',
    replayed: 'processed again',
    'searched-customers': 'searched for an account',
    'read-audit': 'read the log',
    'viewed-stack': 'looked at a stack',
    'cut-anew': 'cut a stack anew',
  },
  events: {
    received: (of: Details) => (of['replay'] ? 'Processed again' : `Received: ${textOf(of['path'])}`),
    'received-again': (of: Details) => `The same file came again: ${textOf(of['path'])}`,
    ...englishTwins.events,
    read: (of: Details) =>
      of['headerSentAt']
        ? `Read; header line of the fax: ${formats.moment(textOf(of['headerSentAt']))}${of['headerPages'] ? `, ${textOf(of['headerPages'])} pages` : ''}`
        : 'Read',
    classified: () => 'Intents recognised',
    indexed: () => 'Account matched',
    routed: (of: Details) => {
      if (of['undone']) return 'Decision taken back';
      return of['corrected'] ? 'Corrected and delivered' : 'Delivered';
    },
    review: (of: Details) => (of['undone'] ? 'Decision taken back' : `To review: ${textOf(of['reason'])}`),
    rejected: (of: Details) => `Rejected: ${textOf(of['reason'])}`,
    confirmed: () => 'Boundaries in the stack confirmed',
    claimed: () => 'Claimed',
    released: () => 'Released',
    finished: () => 'Done',
    reopened: () => 'Reopened',
    'intent-added': (of: Details) => `Another intent to ${textOf(of['queue'])}: ${textOf(of['intent'])}`,
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
