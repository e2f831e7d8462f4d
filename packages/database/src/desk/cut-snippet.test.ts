import { expect, test } from 'vitest';
import { testDatabase } from '../testing.ts';
import { blur, cutSnippet } from './cut-snippet.ts';

const asks = (beginnings: readonly string[], exact: readonly string[] = []) => ({ beginnings, exact });

test('a snippet shows the words around the first hits, marked without the signs beside them', () => {
  const letter = `${'vorher '.repeat(20)}ich kündige, und zwar „sofort“. ${'nachher '.repeat(30)} Kündlgung! Ende`;
  expect(cutSnippet(letter, [asks([], ['kundig'])])).toBe(
    'vorher vorher vorher vorher ich \u0001kündige\u0002, und zwar „sofort“. nachher nachher nachher nachher nachher … ' +
      'nachher nachher nachher nachher nachher \u0001Kündlgung\u0002! Ende',
  );
});

test('a number is marked over the spaces in it', () => {
  expect(cutSnippet('Kundennummer: 60 2948 1735.', [asks(['6029481735'])])).toBe(
    'Kundennummer: \u000160 2948 1735\u0002.',
  );
});

test('a text that holds the marks itself cannot set any', () => {
  expect(cutSnippet('an \u0001fremder\u0002 Text', [asks(['text'])])).toBe('an fremder \u0001Text\u0002');
});

test('words are blurred as the database blurs them', async () => {
  await using test = await testDatabase();
  const words = [
    'kundlgung',
    'kriiger',
    'krueger',
    'grossmann',
    'gro8mann',
    'modem',
    'modern',
    'vvasser',
    'clunkel',
    'b0ese',
    'jl1|25',
  ];
  const { rows } = await test.database.query<{ blurred: string }>(
    'select blur(word) as blurred from unnest($1::text[]) with ordinality as given (word, at) order by at',
    [words],
  );
  expect(words.map(blur)).toEqual(rows.map((row) => row.blurred));
  expect(blur('kriiger')).toBe(blur('krueger'));
});
