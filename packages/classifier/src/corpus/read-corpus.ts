import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Customer, channelSchema, fieldNames, MailroomError } from '@mailroom/core';
import { z } from 'zod';
import type { CorpusLetter, FieldLabel, IntentLabel } from './corpus-letter.ts';

/** The letters that come along with the package. */
export const corpusFolder = fileURLToPath(new URL('../../corpus/', import.meta.url));

/** Every letter of every `*.txt` in a folder, in the order of file names. Throws CorpusError at the first fault. */
export function readCorpus(folder: string = corpusFolder): CorpusLetter[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => parseCorpus(readFileSync(join(folder, name), 'utf8'), name));
}

/** The letters in one file's text; the format is described in corpus/README.md. */
export function parseCorpus(text: string, name = 'corpus'): CorpusLetter[] {
  const records = text.replaceAll('\r\n', '\n').split(/^=== /m);
  return records.slice(1).map((record) => parseRecord(record, name));
}

export class CorpusError extends MailroomError {
  constructor(name: string, id: string, fault: string) {
    super('corpus-unreadable', `${name}, letter ${id}: ${fault}. Mend the record; see corpus/README.md.`);
  }
}

function parseRecord(record: string, name: string): CorpusLetter {
  const [id = '', ...rest] = record.split('\n');
  const blank = rest.indexOf('');
  if (blank < 0) throw new CorpusError(name, id, 'no empty line after the header');
  const header = parseHeader(rest.slice(0, blank));
  const head = headSchema.safeParse({
    kind: header.get('kind')?.[0],
    channel: header.get('channel')?.[0],
    receivedOn: header.get('received')?.[0],
    intents: (header.get('intent') ?? []).map(parseIntent),
    fields: (header.get('field') ?? []).map(parseField),
  });
  if (!head.success) throw new CorpusError(name, id, z.prettifyError(head.error));
  return {
    ...head.data,
    id: id.trim(),
    author: id.split('-')[0] ?? id,
    hand: header.get('hand')?.[0] ?? '',
    trait: header.get('trait')?.[0] ?? '',
    account: parseAccount(header.get('account')?.[0] ?? 'none'),
    text: `${rest
      .slice(blank + 1)
      .join('\n')
      .trim()}\n`,
  };
}

const headSchema = z.object({
  kind: z.enum(['everyday', 'hard']),
  channel: channelSchema,
  receivedOn: z.iso.date(),
  intents: z.array(z.object({ intent: z.string(), spans: z.array(z.string()) })).min(1),
  fields: z.array(z.object({ name: z.enum(fieldNames), value: z.string(), words: z.string() })),
});

function parseHeader(lines: readonly string[]): Map<string, string[]> {
  const header = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(': ');
    const key = line.slice(0, colon);
    header.set(key, [...(header.get(key) ?? []), line.slice(colon + 2)]);
  }
  return header;
}

function parseIntent(line: string): IntentLabel {
  const [intent = '', ...spans] = line.split('|').map(squeeze);
  return { intent, spans };
}

function parseField(line: string): { [key in keyof FieldLabel]: string } {
  const [name = '', value = '', words = ''] = line.split('|').map(squeeze);
  return { name, value, words };
}

function parseAccount(line: string): Customer | null {
  if (line.trim() === 'none') return null;
  const values = new Map<string, string>();
  for (const pair of line.split(/;\s*/)) {
    const equals = pair.indexOf('=');
    if (equals > 0) values.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
  }
  const one = (key: string): string => values.get(key) ?? '';
  const many = (key: string): string[] => one(key).split(',').map(squeeze).filter(Boolean);
  return {
    customerNumber: one('customerNumber'),
    firstName: one('firstName'),
    lastName: one('lastName'),
    company: one('company'),
    street: one('street'),
    postalCode: one('postalCode'),
    city: one('city'),
    email: one('email'),
    phones: many('phones'),
    contracts: many('contracts'),
    ibans: many('ibans'),
    formerNumbers: many('formerNumbers'),
  };
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
