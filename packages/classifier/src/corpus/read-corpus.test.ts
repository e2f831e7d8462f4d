import { describe, expect, it } from 'vitest';
import { loadTaxonomy } from '../load-taxonomy.ts';
import { findSpan } from '../train/find-spans.ts';
import { CorpusError, parseCorpus, readCorpus } from './read-corpus.ts';
import { readPhrases } from './read-phrases.ts';

const record = `=== x01-001
hand: Student, 23
kind: everyday
channel: email
received: 2026-03-01
intent: address-change | ich wohne jetzt in der Bachstraße 4
field: newAddress | Bachstraße 4, 12345 Neustadt | Bachstraße 4
account: customerNumber=123; firstName=Ida; lastName=Kern; phones=+4915155501,+4915155502

Hallo,
ich wohne jetzt in der
Bachstraße 4.
`;

describe('the corpus format', () => {
  it('gives letter, labels, fields and account', () => {
    const [letter] = parseCorpus(record);
    expect(letter).toMatchObject({
      id: 'x01-001',
      author: 'x01',
      channel: 'email',
      receivedOn: '2026-03-01',
      intents: [{ intent: 'address-change', spans: ['ich wohne jetzt in der Bachstraße 4'] }],
      fields: [{ name: 'newAddress', value: 'Bachstraße 4, 12345 Neustadt', words: 'Bachstraße 4' }],
      text: 'Hallo,\nich wohne jetzt in der\nBachstraße 4.\n',
    });
    expect(letter?.account?.phones).toEqual(['+4915155501', '+4915155502']);
  });

  it('names the letter that has a fault', () => {
    expect(() => parseCorpus(record.replace('email', 'pigeon'), 'x01.txt')).toThrow(CorpusError);
    expect(() => parseCorpus(record.replace('email', 'pigeon'), 'x01.txt')).toThrow(
      /x01.txt, letter x01-001/,
    );
  });
});

describe('the letters that come along', () => {
  const known = new Set(loadTaxonomy().intents.map(({ intent }) => intent));
  const letters = readCorpus();

  it('are labelled with intents of the taxonomy and have ids of their own', () => {
    expect(letters.flatMap(({ intents }) => intents.filter(({ intent }) => !known.has(intent)))).toEqual([]);
    expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
  });

  it('hold the words of every span', () => {
    const lost = letters.flatMap(({ id, text, intents }) =>
      intents.flatMap(({ spans }) =>
        spans.filter((span) => !findSpan(text, span)).map((span) => `${id}: ${span}`),
      ),
    );
    expect(lost).toEqual([]);
  });

  it('come with phrases for every intent', () => {
    const phrases = readPhrases();
    expect([...known].filter((intent) => phrases.every((phrase) => phrase.intent !== intent))).toEqual([]);
  });
});
