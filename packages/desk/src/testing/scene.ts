import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBlobs } from '@mailroom/blobs';
import { classifyByRulebook, loadModel, loadTaxonomy } from '@mailroom/classifier';
import { type Customer, defaultCalendar, type Rulebook } from '@mailroom/core';
import { followRulebook, importCustomers } from '@mailroom/database';
import { testDatabase } from '@mailroom/database/testing';
import { createOpener, createSplitter } from '@mailroom/ingest';
import type { DeskOptions } from '../options.ts';

/** A desk's surroundings for one test: a database of its own, blobs in a temporary folder, the real opener. */
export interface Scene extends AsyncDisposable {
  readonly options: DeskOptions;
  /** Ids of documents that the desk asked to be worked on again. */
  readonly reworked: number[];
}

const classifiers = classifyByRulebook(loadModel());

export const defaults: Rulebook = {
  ...{ taxonomy: loadTaxonomy(), calendar: defaultCalendar, queueLabels: {} },
  ...{ targetWrongRate: null, blindShare: 0.5 },
};

export async function openScene(): Promise<Scene> {
  await using stack = new AsyncDisposableStack();
  const { database } = stack.use(await testDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-desk-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const opener = createOpener();
  stack.defer(() => opener.close());
  const splitter = createSplitter();
  stack.defer(() => splitter.close());
  await importCustomers(database, customers);
  const rules = await followRulebook(database, defaults);
  stack.defer(() => rules.close());
  const reworked: number[] = [];
  const options: DeskOptions = {
    ...{ database, opener, splitter, rules, classifiers, blobs: diskBlobs(folder) },
    ...{ host: '127.0.0.1', port: 0 },
    rework: async (documentId) => {
      reworked.push(documentId);
    },
  };
  const owned = stack.move();
  return { options, reworked, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const nobody: Customer = {
  ...{ customerNumber: '', firstName: '', lastName: '', company: '', street: '', postalCode: '', city: '' },
  ...{ email: '', phones: [], contracts: [], ibans: [], formerNumbers: [] },
};

export const annaKrueger: Customer = {
  ...nobody,
  ...{ customerNumber: '6029481735', firstName: 'Anna', lastName: 'Krüger', street: 'Lindenweg 4' },
  ...{ postalCode: '04109', city: 'Leipzig', phones: ['+4915112345678'], contracts: ['NW441788213'] },
};

export const customers: readonly Customer[] = [
  annaKrueger,
  {
    ...annaKrueger,
    customerNumber: '6029481999',
    firstName: 'Bernd',
    phones: [],
    contracts: ['NW441788999'],
  },
  {
    ...nobody,
    ...{ customerNumber: '6011112222', company: 'Bäckerei Öztürk GmbH', city: 'Köln', postalCode: '50667' },
  },
];
