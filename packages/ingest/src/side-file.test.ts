import { BadDocumentError } from '@mailroom/core';
import { expect, test } from 'vitest';
import { readSideFile } from './side-file.ts';

test('a time without a zone is Berlin time, in winter and in summer', () => {
  expect(readSideFile('{"receivedAt":"2026-03-02T09:15"}').receivedAt).toEqual(new Date('2026-03-02T08:15Z'));
  expect(readSideFile('{"receivedAt":"2026-07-02 09:15:30"}').receivedAt).toEqual(
    new Date('2026-07-02T07:15:30Z'),
  );
});

test('a time with a zone is kept', () => {
  const { receivedAt } = readSideFile('{"receivedAt":"2026-03-02T09:15:00-05:00"}');
  expect(receivedAt).toEqual(new Date('2026-03-02T14:15Z'));
});

test('a date alone is the start of that day in Berlin', () => {
  expect(readSideFile('{"receivedAt":"2026-03-02"}').receivedAt).toEqual(new Date('2026-03-01T23:00Z'));
});

test('all fields are optional, unknown ones are left out', () => {
  expect(readSideFile('{}')).toEqual({});
  const given = {
    channel: 'fax',
    sender: '+4930123',
    station: 'Scan 3',
    batch: 'K-17',
    resolution: '204x98',
  };
  expect(readSideFile(JSON.stringify({ ...given, operator: 'x' }))).toEqual(given);
});

test.each([
  ['{"channel":"pigeon"}', /„channel“ muss „letter“, „fax“ oder „email“ sein/],
  ['{"receivedAt":"gestern"}', /„receivedAt“ muss ein Zeitpunkt nach ISO 8601 sein/],
  ['{"receivedAt":"2026-02-30"}', /„receivedAt“/],
  ['{"station":7}', /„station“ muss ein Text sein/],
  ['[]', /kein gültiges JSON-Objekt/],
  ['{"channel":', /kein gültiges JSON-Objekt/],
])('%s is refused with the field that is wrong', (json, sentence) => {
  expect(() => readSideFile(json)).toThrow(BadDocumentError);
  expect(() => readSideFile(json)).toThrow(sentence);
});
