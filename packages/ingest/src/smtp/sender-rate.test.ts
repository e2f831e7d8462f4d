import { expect, test } from 'vitest';
import { limitSenders } from './sender-rate.ts';

test('a sender over its rate may go on as the hour passes', () => {
  let now = 0;
  const rate = limitSenders(60, () => now);
  for (let sent = 0; sent < 60; sent += 1) rate.count('a');
  expect(rate.allows('a')).toBe(false);
  expect(rate.allows('b')).toBe(true);
  now = 60_000;
  expect(rate.allows('a')).toBe(true);
  rate.count('a');
  expect(rate.allows('a')).toBe(false);
  now += 10 * 3_600_000;
  for (let sent = 0; sent < 60; sent += 1) rate.count('a');
  expect(rate.allows('a')).toBe(false);
});

test('many invented senders do not displace the ones that are busy now', () => {
  const rate = limitSenders(1, () => 0);
  rate.count('forgotten');
  for (let sender = 0; sender < 20_000; sender += 1) rate.count(`${sender}`);
  expect(rate.allows('19999')).toBe(false);
  expect(rate.allows('forgotten')).toBe(true);
});
