import { type Details, formatsIn, textOf } from './format.ts';

const formats = formatsIn('de-DE');
const channels: Readonly<Record<string, string>> = { letter: 'Brief', fax: 'Fax', email: 'E-Mail' };

/** "Dokument 17 (Fax vom 02.03.2026)" */
const named = (of: Details) =>
  `Dokument ${textOf(of['document'])} (${channels[textOf(of['channel'])] ?? ''} vom ${formats.date(textOf(of['receivedAt']))})`;

/** The same letter twice, in the document's facts and in its history. */
export const germanTwins = {
  facts: {
    title: 'Auch eingegangen',
    came: (channel: string, date: string) => `Als ${channel} am ${date}`,
    alike: 'wahrscheinlich dasselbe Schreiben, bitte vergleichen',
    leads: 'bearbeitet wird es dort',
  },
  events: {
    'came-twice': (of: Details) => `Dasselbe Schreiben wie ${named(of)}`,
    'perhaps-twice': (of: Details) => `Wahrscheinlich dasselbe Schreiben wie ${named(of)}`,
    copy: (of: Details) => `Keine eigene Aufgabe: bearbeitet wird Dokument ${textOf(of['of'])}`,
    'received-earlier': (of: Details) =>
      `Eingang vorverlegt auf den ${formats.date(textOf(of['date']))}: da kam Dokument ${textOf(of['document'])}`,
  },
};
