import { expect, it } from 'vitest';
import { customersInMemory } from '../customers-in-memory.ts';
import { customer } from '../testing/customer.ts';
import { correctNumbers } from './correct-numbers.ts';

const anna = customer({
  customerNumber: 'NW-60001',
  contracts: ['NW-4417-88213', 'NW-4417-99001', 'NW-4417-99102', 'NW-60002'],
  phones: ['+4915229917364', '+49491555012'],
});
const lookup = customersInMemory([anna, customer({ customerNumber: '2', contracts: ['NW-4417-88219'] })]);

const contractIn = async (text: string) => {
  const value = /NW\S+\d/.exec(text)?.[0] ?? '';
  const fields = { contractNumber: { value, words: value }, amount: { value: '19.90', words: '19,90' } };
  return (await correctNumbers(fields, text, anna, lookup)).contractNumber;
};
const phoneOf = async (value: string) =>
  (await correctNumbers({ phone: { value, words: value } }, value, anna, lookup)).phone?.value;

it.each([
  ['one digit', 'Vertrag NW-4417-88218', 'NW-4417-88213'],
  ['two digits in each other’s place', 'Vertrag NW-4417-88231', 'NW-4417-88213'],
  ['one digit too many', 'Vertrag NW-4417-882113', 'NW-4417-88213'],
])('takes the contract of the account where %s is wrong', async (_, text, number) => {
  expect((await contractIn(text))?.value).toBe(number);
});

it.each([
  ['is the account’s', 'Vertrag NW-4417-99001'],
  ['is somebody else’s', 'Vertrag NW-4417-88219'],
  ['is the customer’s number', 'Vertrag NW-60001'],
  ['is near to two', 'Vertrag NW-4417-99002'],
  ['is far from all', 'Vertrag NW-7702-94415'],
  ['stands beside the near one', 'NW-4417-88218 kündige ich, NW-4417-88213 bleibt'],
])('leaves a contract that %s', async (_, text) => {
  expect((await contractIn(text))?.value).toBe(/NW\S+\d/.exec(text)?.[0]);
});

it('keeps the words as they stand in the letter, and the other fields', async () => {
  expect(await contractIn('Vertrag NW-4417-88218')).toEqual({
    value: 'NW-4417-88213',
    words: 'NW-4417-88218',
  });
});

it('corrects a phone number within, and not its last digit: that is the phone next door', async () => {
  expect(await phoneOf('+4915229971364')).toBe('+4915229917364');
  expect(await phoneOf('+49491555011')).toBe('+49491555011');
});
