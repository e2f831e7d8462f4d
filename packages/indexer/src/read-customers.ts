import { type Customer, MailroomError } from '@mailroom/core';
import { CsvError, parse } from 'csv-parse/sync';
import { toE164 } from './identifiers/to-e164.ts';

const single = [
  'customerNumber',
  'firstName',
  'lastName',
  'company',
  'street',
  'postalCode',
  'city',
  'email',
] as const;
const several = ['phones', 'contracts', 'ibans', 'formerNumbers'] as const;
type Column = (typeof single)[number] | (typeof several)[number];
type Cell = (column: Column) => string;

/** The customers file cannot be loaded as it is; the message names every faulty line, at most ten. */
export class CustomersFileError extends MailroomError {
  constructor(message: string, options?: ErrorOptions) {
    super('customers-file', message, options);
  }
}

/**
 * Reads the customers file: CSV, UTF-8 (a BOM and CRLF are tolerated), the header's columns in any order,
 * several values separated by `;`. Phones become E.164; numbers and IBANs lose their spaces.
 * Throws CustomersFileError with line and column of what is wrong.
 */
export function readCustomers(csv: Buffer | string): Customer[] {
  const [header, ...rows] = records(csv);
  if (!header) throw new CustomersFileError('The customers file is empty; it needs a header line.');
  const columns = columnsOf(header.record);
  const problems: string[] = [];
  const customers = rows.map(({ record, info }) => {
    const cell: Cell = (column) => (record[columns.get(column) ?? -1] ?? '').trim();
    problems.push(
      ...problemsOf(cell, record.length, header.record.length).map((one) => `line ${info.lines}, ${one}`),
    );
    return toCustomer(cell);
  });
  problems.push(...doubledNumbers(customers, rows));
  if (problems.length > 0) throw new CustomersFileError(summary(problems));
  return customers;
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function records(csv: Buffer | string): readonly Row[] {
  try {
    // With `info` the parser yields pairs, which its types do not say.
    return parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown[] as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CustomersFileError(`The customers file is not readable as CSV: ${error.message}.`, {
      cause: error,
    });
  }
}

function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map(header.map((name, at) => [name.trim(), at]));
  const missing = [...single, ...several].filter((name) => !columns.has(name));
  if (missing.length === 0) return columns;
  throw new CustomersFileError(
    `The customers file lacks the column ${missing.join(', ')}; its header must hold ${[...single, ...several].join(',')}.`,
  );
}

function problemsOf(cell: Cell, cells: number, expected: number): readonly string[] {
  const problems: string[] = [];
  if (cells !== expected) problems.push(`${cells} values instead of ${expected}: is a comma not quoted?`);
  if (cell('customerNumber') === '') problems.push('column customerNumber: it is empty');
  if (cell('lastName') === '' && cell('company') === '')
    problems.push('column lastName: neither a name nor a company');
  for (const phone of valuesOf(cell('phones'))) {
    if (toE164(phone) === null) problems.push(`column phones: "${phone}" is not a phone number`);
  }
  return problems;
}

function toCustomer(cell: Cell): Customer {
  return {
    customerNumber: withoutSpaces(cell('customerNumber')),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    company: cell('company'),
    street: cell('street'),
    postalCode: cell('postalCode'),
    city: cell('city'),
    email: cell('email').toLowerCase(),
    phones: valuesOf(cell('phones')).flatMap((phone) => toE164(phone) ?? []),
    contracts: valuesOf(cell('contracts')).map(withoutSpaces),
    ibans: valuesOf(cell('ibans')).map((iban) => withoutSpaces(iban).toUpperCase()),
    formerNumbers: valuesOf(cell('formerNumbers')).map(withoutSpaces),
  };
}

function doubledNumbers(customers: readonly Customer[], rows: readonly Row[]): readonly string[] {
  const lines = new Map<string, number>();
  return customers.flatMap(({ customerNumber }, at) => {
    const line = rows[at]?.info.lines ?? 0;
    const first = lines.get(customerNumber);
    lines.set(customerNumber, first ?? line);
    if (first === undefined || customerNumber === '') return [];
    return [`line ${line}, column customerNumber: ${customerNumber} already stands in line ${first}`];
  });
}

function summary(problems: readonly string[]): string {
  const shown = problems.slice(0, 10).map((one) => `\n  ${one}`);
  const more = problems.length > shown.length ? `\n  and ${problems.length - shown.length} more` : '';
  return `The customers file has ${problems.length} problem(s); nothing was loaded:${shown.join('')}${more}`;
}

const valuesOf = (cell: string): readonly string[] =>
  cell
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');

const withoutSpaces = (value: string): string => value.replace(/\s+/g, '');
