import { expect, it } from 'vitest';
import { runOn } from './run-on.ts';

it.each([
  [
    'a number',
    'Den unterschriebenen Bogen füge ich bei. Bei Fragen 0951 5556\n0312. Danke.',
    '0951 5556 0312',
  ],
  [
    'a date',
    'ich teile Ihnen rechtzeitig mit, dass mit dem Vertrag zum 15.\nJanuar 2027 Schluss ist',
    '15. Januar 2027',
  ],
  ['a street', 'Seit dem Frühjahr wohnen wir beide mit den Kindern Am Hohen\nUfer 30', 'Am Hohen Ufer 30'],
  [
    'a town',
    'Wir wohnen seit dem Herbst in der Bonner Straße 203, 53902 Bad\nMünstereifel',
    'Bad Münstereifel',
  ],
])('%s that was broken at the margin stands in one line', (_, text, whole) => {
  expect(runOn(text)).toContain(whole);
  expect(runOn(text)).toHaveLength(text.length);
});

it.each([
  ['a letterhead', 'Zum Adler\nHauptstraße 5\n26603 Aurich\nTel. 0491 555011\n26789 Leer'],
  [
    'the end of a paragraph',
    'Hiermit kündige ich meinen Vertrag zum nächstmöglichen Zeitpunkt.\n\n0151 555 01122',
  ],
  [
    'a short line',
    'Bitte rufen Sie mich an: 0341 3001\nIch bin ab siebzehn Uhr erreichbar, vorher nicht, denn ich arbeite',
  ],
  ['a list', 'Bitte beachten Sie die folgenden Nummern unserer Verträge bei Ihnen 12\n1. 4417\n2. 4418'],
  ['a town', 'Nordwind Mobilfunk GmbH, Deichweg 9, 26160 Bad Zwischenahn\nNordwind Mobilfunk GmbH'],
  [
    'the end of a sentence',
    'Hiermit kündige ich meinen Vertrag zum nächstmöglichen Zeitpunkt.\nNr. 2159907743',
  ],
  ['two numbers', 'Es geht um die beiden Verträge mit den Vertragsnummern 330918\n330919 und um keinen'],
  ['a label', 'Betreff: Kunde 2290475618 - kein Internet, Anschluss 03993 177204\nDatum: 28.09.2026, 09:36'],
  [
    'a phone number of its own',
    'Sie erreichen mich tagsüber unter der Nummer meines Büros 0341 3001\n0341 3002 abends',
  ],
])('%s stays as it is', (_, text) => {
  expect(runOn(text)).toBe(text);
});
