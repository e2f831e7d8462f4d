import { describe, expect, it } from 'vitest';
import { cutAtCheckBoxes, findCheckBoxes } from './check-boxes.ts';

const cut = (line: string): [string, boolean | undefined][] =>
  cutAtCheckBoxes(line).map(({ start, end, ticked }) => [line.slice(start, end).trim(), ticked]);

describe('check boxes', () => {
  it('are told ticked from empty however they are drawn', () => {
    const ticked = '[x] (X) ☒ ☑ [X)';
    const empty = '[ ] ( ) ☐ [] [_]';
    expect(findCheckBoxes(ticked).map((box) => box.ticked)).toEqual([true, true, true, true, true]);
    expect(findCheckBoxes(empty).map((box) => box.ticked)).toEqual([false, false, false, false, false]);
  });

  it('own the words after them', () => {
    expect(cut('Ich bitte um [ ] Kündigung   [x] Umzug')).toEqual([
      ['Ich bitte um', undefined],
      ['[ ] Kündigung', false],
      ['[x] Umzug', true],
    ]);
  });

  it('own the words before them where the line ends with a box', () => {
    expect(cut('Kündigung [ ]   Verlängerung [x]')).toEqual([
      ['Kündigung', false],
      ['Verlängerung', true],
    ]);
  });

  it('leave a line without boxes whole', () => {
    expect(cut('Mit freundlichen Grüßen')).toEqual([['Mit freundlichen Grüßen', undefined]]);
  });
});
