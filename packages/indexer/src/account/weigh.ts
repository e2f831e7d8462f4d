import type { Customer } from '@mailroom/core';
import type { Mention } from '../identifiers/mention.ts';
import { type AddressAgreement, agreeOnAddress } from './address-agreement.ts';
import { kindWords } from './kind-words.ts';
import { agreeOnName, type NameAgreement } from './name-agreement.ts';
import type { Reading } from './reading.ts';

/** An identifier of the letter that leads to a customer; `near`: only with one sign changed. */
export interface Lead {
  readonly mention: Mention;
  readonly near: boolean;
}

export interface Weighed {
  readonly customer: Customer;
  /** Log-odds that the letter is this customer's. */
  readonly score: number;
  readonly evidence: readonly string[];
  readonly leads: readonly Lead[];
  readonly name: NameAgreement;
  readonly address: AddressAgreement;
}

const leadWeight = {
  customerNumber: 10,
  contract: 9.5,
  formerNumber: 9,
  iban: 9,
  email: 9,
  phone: 8.5,
} as const;
const further = 0.4;
const numberWithName = 3;
const nearWeight = 4.5;
/** The letter gives a number, and it is not this customer's. */
const strangeNumber = -2.5;

const nameWeight = {
  full: 6.5,
  company: 6,
  initial: 4.7,
  apart: 3.4,
  last: 2.2,
  first: 1.2,
  none: 0,
} as const;
const blurPenalty = 0.6;
/** Somebody else of the name writes: on a number of the family that is usual, by the address alone it is a doubt. */
const otherFirstNamePenalty = { withNumber: 3, withoutNumber: 6 } as const;
const streetWeight = { house: 6, street: 3, none: 0 } as const;
const postalCodeWeight = 1.8;
const cityWeight = 2.2;

/** Adds up everything in the letter that speaks for a customer; `unowned`: a number stands there that is nobody's. */
export function weigh(
  customer: Customer,
  leads: readonly Lead[],
  reading: Reading,
  unowned: boolean,
): Weighed {
  const name = agreeOnName(customer, reading);
  const address = agreeOnAddress(customer, reading);
  const exact = leads.some((lead) => !lead.near);
  const score =
    (exact ? exactScore(leads, name) : nearScore(leads, name, unowned)) +
    nameScore(name, exact) +
    addressScore(address);
  return { customer, score, leads, name, address, evidence: evidenceOf(leads, name, address) };
}

function exactScore(leads: readonly Lead[], name: NameAgreement): number {
  const exact = leads.filter((lead) => !lead.near).map((lead) => leadWeight[lead.mention.kind]);
  const best = Math.max(...exact);
  // A number with the holder's name beside it outweighs a letterhead: lawyers and guardians write for others.
  const together = nameScore(name, true) > nameWeight.last ? numberWithName : 0;
  return best + further * (sum(exact) - best) + together;
}

/** One sign off counts only with the name: couples and neighbours got their numbers one after the other. */
function nearScore(leads: readonly Lead[], name: NameAgreement, unowned: boolean): number {
  if (leads.length === 0) return unowned ? strangeNumber : 0;
  if (name.degree === 'none' || name.degree === 'first') return strangeNumber - nearWeight;
  return name.otherFirstName === undefined ? nearWeight : 0;
}

function nameScore({ degree, blurred, otherFirstName }: NameAgreement, withNumber: boolean): number {
  const weight = nameWeight[degree] - (blurred ? blurPenalty : 0);
  if (degree !== 'last' || otherFirstName === undefined) return weight;
  return weight - otherFirstNamePenalty[withNumber ? 'withNumber' : 'withoutNumber'];
}

function addressScore({ street, postalCode, city }: AddressAgreement): number {
  return streetWeight[street] + (postalCode ? postalCodeWeight : 0) + (city ? cityWeight : 0);
}

const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

const nameWords = {
  full: 'Vor- und Nachname',
  company: 'Firma',
  initial: 'Nachname und Anfangsbuchstabe des Vornamens',
  apart: 'Vorname und Nachname',
  last: 'Nachname',
  first: 'Vorname',
  none: '',
} as const;

function evidenceOf(
  leads: readonly Lead[],
  name: NameAgreement,
  address: AddressAgreement,
): readonly string[] {
  const numbers = leads.map(({ mention, near }) =>
    near
      ? `${kindWords[mention.kind]} ähnlich ${mention.value}`
      : `${kindWords[mention.kind]} ${mention.value}`,
  );
  const who = name.degree === 'none' ? [] : [nameWords[name.degree] + (name.blurred ? ' (ähnlich)' : '')];
  return [...new Set(numbers), ...who, ...addressWords(address)];
}

function addressWords({ street, postalCode, city }: AddressAgreement): readonly string[] {
  if (street === 'house' && (postalCode || city)) return ['Anschrift'];
  const parts = [street !== 'none' ? 'Straße' : '', postalCode ? 'Postleitzahl' : '', city ? 'Ort' : ''];
  return parts.filter((part) => part !== '');
}
