import { type Details, formatsIn, textOf } from './format.ts';
import { germanTwins } from './german-twins.ts';

const formats = formatsIn('de-DE');

/** Names of what comes from the database as a word of its own: events, actors, actions, queues. */
export const germanHistory = {
  actions: {
    viewed: 'angesehen',
    searched: 'gesucht',
    listed: 'Liste geöffnet',
    'downloaded-original': 'Original geladen',
    'downloaded-pdf': 'PDF geladen',
    'signed-in': 'angemeldet',
    'signed-out': 'abgemeldet',
    'accepted-invitation': 'Einladung angenommen',
    'created-user': 'Person angelegt',
    'changed-user': 'Person geändert',
    invited: 'eingeladen',
    decided: 'entschieden',
    undone: 'zurückgenommen',
    'added-intent': 'Anliegen hinzugefügt',
    worked: 'Vorgänge bearbeitet',
    noted: 'Notiz geschrieben',
    'checked-blind': 'Stichprobe geprüft',
    'changed-rules': 'Regeln geändert',
    'asked-for-rescan': 'neuen Scan angefordert',
    replayed: 'neu verarbeitet',
    'searched-customers': 'Konto gesucht',
    'read-audit': 'Protokoll gelesen',
    'viewed-stack': 'Stapel angesehen',
    'cut-anew': 'Stapel neu getrennt',
  } as Readonly<Record<string, string>>,
  events: {
    received: (of: Details) => (of['replay'] ? 'Wird neu verarbeitet' : `Eingegangen: ${textOf(of['path'])}`),
    'received-again': (of: Details) => `Dieselbe Datei kam noch einmal: ${textOf(of['path'])}`,
    ...germanTwins.events,
    read: (of: Details) =>
      of['headerSentAt']
        ? `Gelesen; Kopfzeile des Fax: ${formats.moment(textOf(of['headerSentAt']))}${of['headerPages'] ? `, ${textOf(of['headerPages'])} Seiten` : ''}`
        : 'Gelesen',
    classified: () => 'Anliegen erkannt',
    indexed: () => 'Konto zugeordnet',
    routed: (of: Details) => {
      if (of['undone']) return 'Entscheidung zurückgenommen';
      return of['corrected'] ? 'Korrigiert und zugestellt' : 'Zugestellt';
    },
    review: (of: Details) =>
      of['undone'] ? 'Entscheidung zurückgenommen' : `Zur Klärung: ${textOf(of['reason'])}`,
    rejected: (of: Details) => `Abgewiesen: ${textOf(of['reason'])}`,
    confirmed: () => 'Grenzen im Stapel bestätigt',
    claimed: () => 'Übernommen',
    released: () => 'Freigegeben',
    finished: () => 'Erledigt',
    reopened: () => 'Wieder geöffnet',
    'intent-added': (of: Details) => `Weiteres Anliegen an ${textOf(of['queue'])}: ${textOf(of['intent'])}`,
    forwarded: (of: Details) => `Weitergeleitet an ${textOf(of['to'])}: ${textOf(of['reason'])}`,
    'rescan-requested': (of: Details) =>
      `Neuer Scan angefordert (${textOf(of['station'])}): ${textOf(of['reason'])}`,
    'blind-checked': (of: Details) =>
      of['verdict'] === 'right' ? 'In der Stichprobe bestätigt' : 'In der Stichprobe anders entschieden',
    rescanned: (of: Details) => `Neu gescannt als Dokument ${textOf(of['rescannedAs'])}`,
    note: (of: Details) => textOf(of['text']),
  } as Readonly<Record<string, (details: Details) => string>>,
  actors: {
    ingest: 'Eingang',
    ocr: 'Texterkennung',
    classify: 'Anliegen',
    index: 'Zuordnung',
    separate: 'Trennung',
    route: 'Zustellung',
  } as Readonly<Record<string, string>>,
  queues: {
    kuendigung: 'Kündigung',
    entstoerung: 'Entstörung',
    rechnungsklaerung: 'Rechnungsklärung',
    vertragsuebernahme: 'Vertragsübernahme',
    vertragsverlaengerung: 'Vertragsverlängerung',
    review: 'Klärung',
  } as Readonly<Record<string, string>>,
};
