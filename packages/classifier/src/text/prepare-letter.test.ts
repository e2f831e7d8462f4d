import { describe, expect, it } from 'vitest';
import { prepareLetter } from './prepare-letter.ts';

const partsOf = (text: string): [string, string][] =>
  prepareLetter(text).map(({ part, text: words }) => [part, words]);

describe('prepareLetter', () => {
  it('tells letterhead, subject, body, closing and signature apart', () => {
    const letter = [
      'Hauptstraße 5',
      '12345 Neustadt',
      '',
      'Betreff: Mein Vertrag',
      '',
      'Sehr geehrte Damen und Herren,',
      '',
      'ich bin umgezogen. Bitte ändern Sie',
      'meine Anschrift.',
      '',
      'Mit freundlichen Grüßen',
      'Eva Kern',
    ].join('\n');
    expect(partsOf(letter)).toEqual([
      ['address', 'Hauptstraße 5'],
      ['address', '12345 Neustadt'],
      ['subject', 'Betreff: Mein Vertrag'],
      ['body', 'Sehr geehrte Damen und Herren,'],
      ['body', 'ich bin umgezogen.'],
      ['body', 'Bitte ändern Sie meine Anschrift.'],
      ['signature', 'Mit freundlichen Grüßen'],
      ['signature', 'Eva Kern'],
    ]);
  });

  it('does not take a line between marks of stress for quoted mail', () => {
    const [sentence] = prepareLetter('>> Kündigung Festnetz zum 28.02.2027 <<\n');
    expect(sentence).toMatchObject({ part: 'body' });
  });

  it('marks quoted mail, but not the answer above it', () => {
    const mail =
      'Hallo,\nich bleibe Kunde.\n\n> Sie haben gekündigt.\n\n-----Ursprüngliche Nachricht-----\nIhre Kündigung';
    const quoted = prepareLetter(mail).filter(({ part }) => part === 'quote');
    expect(quoted.map(({ text }) => text)).toEqual([
      'Sie haben gekündigt.',
      '-----Ursprüngliche Nachricht-----',
      'Ihre Kündigung',
    ]);
  });

  it('joins words that were divided at the end of a line', () => {
    expect(prepareLetter('Ich bitte um Bestätigung meiner Kündi-\ngung zum Monatsende.')[0]?.text).toBe(
      'Ich bitte um Bestätigung meiner Kündigung zum Monatsende.',
    );
  });

  it('keeps abbreviations and dates inside a sentence', () => {
    const sentences = prepareLetter('Zum 1. Mai ziehe ich um, Kd. Nr. 12345. Danke.').map(({ text }) => text);
    expect(sentences).toEqual(['Zum 1. Mai ziehe ich um, Kd. Nr. 12345.', 'Danke.']);
  });

  it.each([
    'Kündigung zum 17.01.2027',
    'Handy hat seit Freitag kein Netz',
    '[x] Stundung bis zum 15.12.2026',
  ])('reads "%s" on a line of its own as text, also below the signature', (line) => {
    expect(['body', 'form']).toContain(prepareLetter(line)[0]?.part);
    expect(prepareLetter(`Guten Tag,\n\nbitte sehr.\n\nGruß\nEva Kern\n\n${line}`).at(-1)?.part).not.toBe(
      'address',
    );
  });

  it('knows the small print of a firm by where it stands', () => {
    const line = 'Die Eichhof GmbH (Amtsgericht Kiel, HRB 4711) heißt jetzt Lindenhof GmbH';
    expect(
      prepareLetter(`Guten Tag,\n\n${line}.\n\nGruß\nEva Kern\n${line}`).map(({ part }) => part),
    ).toEqual(['body', 'body', 'signature', 'signature', 'footer']);
  });

  it('reads on when a line begins with a date, and not when it is the next of a list', () => {
    const told =
      'ich schreibe Ihnen, weil mein Mann Matthias leider am\n4. Februar im 84. Jahr gestorben ist.';
    expect(prepareLetter(told)).toHaveLength(1);
    const list = prepareLetter(
      'Ich bitte Sie um das Folgende, nämlich erstens und zweitens um\n1. Ruhe\n2. Geld',
    );
    expect(list.map(({ text }) => text)).toEqual(expect.arrayContaining(['Ruhe', 'Geld']));
  });

  it('cuts what goes on without a full stop at its joints', () => {
    const mail =
      'hallo ich möchte meine handynummer zu einem anderen netz mitnehmen weil ich umziehe die nummer ist 0155 84003206 und löscht danach bitte meine daten die ihr nicht mehr braucht';
    expect(prepareLetter(mail).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^hallo .* 84003206$/),
      expect.stringMatching(/^und löscht danach bitte meine daten/),
    ]);
  });

  it('reads a postscript below the signature as text', () => {
    const sentences = prepareLetter('Gruß\nEva Kern\n\nP.S.: Meine neue Bank ist die Testbank.');
    expect(sentences.at(-1)?.part).toBe('body');
  });

  it('gives offsets of the words in the letter', () => {
    const text = 'Guten Tag,\n\nich kündige.\n';
    for (const { start, end, text: words } of prepareLetter(text)) expect(text.slice(start, end)).toBe(words);
  });
});
