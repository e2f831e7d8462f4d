import { describe, expect, it } from 'vitest';
import { customer } from '../testing/customer.ts';
import { correctNumbers } from './correct-numbers.ts';

const account = customer({
  contracts: ['NW-4417-88213', 'NW-4417-99001', 'NW-4417-99002'],
  phones: ['+4915229917364'],
});
const contractOf = (value: string) =>
  correctNumbers({ contractNumber: { value, words: `Vertrag ${value}` } }, account).contractNumber;

describe('correctNumbers', () => {
  it('takes the number of the account for one that is read one sign wrong, and keeps the words', () => {
    expect(contractOf('NW-4417-88218')).toEqual({ value: 'NW-4417-88213', words: 'Vertrag NW-4417-88218' });
    expect(contractOf('NW441788213')?.value).toBe('NW441788213');
    expect(contractOf('NW-4417-8213')?.value).toBe('NW-4417-88213');
    expect(contractOf('NW-4417-88231')?.value).toBe('NW-4417-88213');
  });

  it('leaves what the account has itself, what is far from it, and what is near to two', () => {
    expect(contractOf('NW-4417-99001')?.value).toBe('NW-4417-99001');
    expect(contractOf('NW-7702-94415')?.value).toBe('NW-7702-94415');
    expect(contractOf('NW-4417-99003')?.value).toBe('NW-4417-99003');
  });

  it('corrects phone numbers and nothing else', () => {
    const phone = { value: '+4915229971364', words: '01522 9971364' };
    const amount = { value: '19.90', words: '19,90' };
    expect(correctNumbers({ phone, amount }, account)).toEqual({
      phone: { value: '+4915229917364', words: '01522 9971364' },
      amount,
    });
  });
});
