import {
  addNote,
  arrivalsOf,
  type DocumentRecord,
  documentsOfCustomer,
  eventsOf,
  keepClaims,
  loadAccounts,
  loadDoubts,
  loadFields,
  loadIntents,
  loadPages,
  requestRescan,
  scanOf,
  senderOf,
  stackOf,
  twinsOf,
  workOf,
} from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import type { Person } from '../access/permissions.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import { documentAnswer, pageAnswer, pageParameter, pageQuery } from '../api/documents.ts';
import { done, idParameter } from '../api/instant.ts';
import { addedIntentAnswer, addedIntentBody, noteBody, rescanBody } from '../api/work.ts';
import type { App, Context } from '../context.ts';
import { addFoundIntent } from '../review/add-intent.ts';
import { seenDocument } from '../seen-document.ts';
import { findMarks } from '../viewer/find-marks.ts';
import { shownPage } from '../viewer/shown-page.ts';

export function documentRoutes(app: App, context: Context): void {
  const { database } = context;

  const view = { params: idParameter, response: { 200: documentAnswer } };
  app.get('/api/documents/:id', { schema: view }, async (request) => {
    const person = signedIn(request);
    const document = await seenDocument(database, request.params.id, person);
    await keepClaims(database, document.id, person.name);
    return describe(context, document, person);
  });

  const page = { params: pageParameter, querystring: pageQuery, response: { 200: pageAnswer } };
  app.get('/api/documents/:id/pages/:number', { schema: page }, async (request) => {
    const { id, number } = request.params;
    await seenDocument(database, id, signedIn(request));
    const found = (await loadPages(database, id)).find((one) => one.number === number);
    if (!found) throw notFound();
    return { text: found.text, marks: await findMarks(database, id, found, request.query.q ?? '') };
  });

  const note = { params: idParameter, body: noteBody, response: { 200: done } };
  app.post('/api/documents/:id/notes', { schema: note }, async (request) => {
    const person = signedIn(request);
    const { id } = await seenDocument(database, request.params.id, person);
    await addNote(database, id, { actor: person.name, text: request.body.text });
    return { done: true as const };
  });

  const add = { params: idParameter, body: addedIntentBody, response: { 200: addedIntentAnswer } };
  app.post('/api/documents/:id/intents', { schema: add }, async (request) => {
    const person = signedIn(request);
    const document = await seenDocument(database, request.params.id, person);
    return addFoundIntent(context, { document, actor: person.name, intent: request.body.intent });
  });

  const rescan = { params: idParameter, body: rescanBody, response: { 200: done } };
  app.post('/api/documents/:id/rescan', { schema: rescan }, async (request) => {
    const person = signedIn(request);
    const { id: documentId } = await seenDocument(database, request.params.id, person);
    const wish = { documentId, reason: request.body.reason, actor: person.name };
    if ((await requestRescan(database, wish)) === undefined) throw fromNoStation();
    return { done: true as const };
  });
}

const fromNoStation = () =>
  new ProblemError(
    409,
    'not-from-station',
    'Das Dokument kam nicht von einem Scanplatz. Bitte das Original neu einreichen lassen.',
  );

async function describe({ database }: Context, document: DocumentRecord, { scope }: Person) {
  const { id } = document;
  const [facts, pages, intents, accounts, fields, doubts, work, history, arrivals, scan] = await Promise.all([
    senderOf(database, id),
    loadPages(database, id),
    loadIntents(database, id),
    loadAccounts(database, id),
    loadFields(database, id),
    loadDoubts(database, id),
    workOf(database, id),
    eventsOf(database, id),
    arrivalsOf(database, id),
    scanOf(database, id),
  ]);
  const stack = (await stackOf(database, id)) ?? null;
  const account = accounts.find((one) => one.linked);
  const related = account ? await documentsOfCustomer(database, account.customerNumber, scope) : [];
  const twins = await twinsOf(database, id, scope);
  const { fileName, mediaType, channel, state, reason, receivedAt, receiptDate } = document;
  return {
    ...{ id, fileName, mediaType, channel, state, reason, receivedAt, receiptDate },
    bytes: facts?.bytes ?? 0,
    sender: facts?.sender ?? null,
    searchable: document.searchablePdf !== null,
    pages: pages.map(shownPage),
    ...{ intents, accounts, fields, doubts, work, arrivals, stack },
    history,
    related,
    twins,
    scan: scan ?? null,
  };
}
