import type { NumberShape } from '@mailroom/core';
import { describe, expect, test } from 'vitest';
import { extractIdentifiers } from './extract-identifiers.ts';

const shapes: readonly NumberShape[] = [
  { kind: 'customerNumber', shape: '99999999', prefix: '4', count: 900 },
  { kind: 'contract', shape: 'AB99999999', prefix: 'AB20', count: 900 },
];
const found = (text: string) => extractIdentifiers(text, shapes).map(({ kind, value }) => `${kind} ${value}`);

describe('extractIdentifiers', () => {
  test.each([
    ['Kundennummer 47110815', 'customerNumber 47110815'],
    ['(47 11 08 15)', 'customerNumber 47110815'],
    ['Kd.Nr.47.110.815', 'customerNumber 47110815'],
    ['Nr. 4711O8l5', 'customerNumber 47110815'],
    ['Vertrag ab/2024/1234', 'contract AB20241234'],
    ['Vertrag AB - 2024 - 1Z3A', ''],
    ['A8-2O24-1234', 'contract AB20241234'],
    ['0151 / 555 01 122', 'phone +4915155501122'],
    ['+49 (0)491 5550117', 'phone +494915550117'],
    ['O151 55501122 soll bleiben', 'phone +4915155501122'],
    ['DE02 1203 0000 0000 2020 51.', 'iban DE02120300000000202051'],
    ['DEO2 12O3 0000 0000 2020 5I', 'iban DE02120300000000202051'],
    ['AT61 1904 3002 3457 3201', 'iban AT611904300234573201'],
    ['Von: Jens Holm <Jens.Holm@Example.org>', 'email jens.holm@example.org'],
    ['jens.holm @ example.org', 'email jens.holm@example.org'],
    ['0171/222/3344', 'phone +491712223344'],
    ['St.-Nr. 056/255/0000', ''],
    ['01.06.2026-30.06.2026', ''],
    ['Kundennummer: K-99/1', ''],
    ['Kundennummer: K-99011', 'customerNumber K99011'],
  ])('"%s" holds %s', (text, expected) => {
    expect(found(text)).toEqual(expected === '' ? [] : [expected]);
  });

  test('a word of 400,000 letters holds nothing, and is passed once', () => {
    expect(found('a'.repeat(400_000))).toEqual([]);
  });

  test('the digits of an IBAN, of a date, or behind an invoice prefix are no customer number', () => {
    expect(found('IBAN DE02 4711 0815 0000 2020 99')).toEqual([]);
    expect(found('am 41.10.2026 oder 4.1.2026')).toEqual([]);
    expect(found('Rechnung OR-4711-0815')).toEqual([]);
  });

  test('a number that lacks the prefix of all others is not taken, unless the writer says what it is', () => {
    expect(found('Artikel 57110815')).toEqual([]);
    expect(found('Kundennr. 57110815')).toEqual(['customerNumber 57110815']);
  });

  test('the letters of a shape need not be outnumbered by its digits', () => {
    const lettered: readonly NumberShape[] = [
      { kind: 'contract', shape: 'VEC9999', prefix: 'VEC', count: 9 },
      { kind: 'contract', shape: 'IN99999', prefix: 'IN', count: 9 },
    ];
    const values = (text: string) => extractIdentifiers(text, lettered).map(({ value }) => value);
    expect(values('Betreff: VEC/28/91')).toEqual(['VEC2891']);
    expect(values('der Mast in 94110 Wegscheid')).toEqual([]);
  });

  test('letters before digits are no misread phone number', () => {
    expect(found('Widerruf OS28-0015')).toEqual([]);
  });

  test('each mention says where it stands and with which words', () => {
    const text = 'zu 47 110 815 und jens@example.org';
    for (const { words, start, end } of extractIdentifiers(text, shapes))
      expect(text.slice(start, end)).toBe(words);
  });
});
