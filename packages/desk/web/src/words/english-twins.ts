import { type Details, formatsIn, textOf } from './format.ts';

const formats = formatsIn('en-GB');

/** "document 17 (fax of 02/03/2026)" */
const named = (of: Details) =>
  `document ${textOf(of['document'])} (${textOf(of['channel'])} of ${formats.date(textOf(of['receivedAt']))})`;

export const englishTwins = {
  facts: {
    title: 'Came in again',
    came: (channel: string, date: string) => `As ${channel.toLowerCase()} on ${date}`,
    alike: 'probably the same letter, please compare',
    leads: 'handled there',
  },
  events: {
    'came-twice': (of: Details) => `The same letter as ${named(of)}`,
    'perhaps-twice': (of: Details) => `Probably the same letter as ${named(of)}`,
    copy: (of: Details) => `No work of its own: document ${textOf(of['of'])} is handled`,
    'received-earlier': (of: Details) =>
      `Receipt moved to ${formats.date(textOf(of['date']))}, when document ${textOf(of['document'])} came`,
  },
};
