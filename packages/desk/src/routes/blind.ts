import {
  countBlindChecks,
  deliveredAs,
  loadDocument,
  loadPages,
  saveBlindCheck,
  takeBlindCheck,
} from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { ProblemError } from '../access/problem-error.ts';
import { blindDecisionAnswer, blindDecisionBody, nextBlindAnswer, nextBlindBody } from '../api/blind.ts';
import { idParameter } from '../api/instant.ts';
import { judgeDelivery } from '../blind/judge-delivery.ts';
import type { App, Context } from '../context.ts';
import { shownPage } from '../viewer/shown-page.ts';

/** The blind sample: a person decides again what the machine delivered, without seeing what it decided. */
export function blindRoutes(app: App, { database, rules }: Context): void {
  const next = { body: nextBlindBody, response: { 200: nextBlindAnswer } };
  app.post('/api/blind/next', { schema: next }, async (request) => {
    const share = rules.current().rulebook.blindShare;
    const actor = signedIn(request).name;
    const id = await takeBlindCheck(database, { share, actor, skip: request.body.skip });
    const open = await countBlindChecks(database, share);
    const document = id === undefined ? undefined : await loadDocument(database, id);
    if (!document) return { document: null, open };
    const { channel, receivedAt, searchablePdf } = document;
    const pages = (await loadPages(database, document.id)).map(shownPage);
    return {
      document: { id: document.id, pages, searchable: searchablePdf !== null, channel, receivedAt },
      open,
    };
  });

  const decide = { params: idParameter, body: blindDecisionBody, response: { 200: blindDecisionAnswer } };
  app.post('/api/blind/:id/decision', { schema: decide }, async (request) => {
    const { id: documentId } = request.params;
    const { intents } = request.body;
    const actor = signedIn(request).name;
    const machine = await deliveredAs(database, documentId);
    const verdict = judgeDelivery(machine, intents, rules.current().rulebook);
    if (!(await saveBlindCheck(database, { documentId, actor, intents, machine, verdict }))) throw notYours();
    return { verdict, machine };
  });
}

const notYours = () =>
  new ProblemError(
    409,
    'not-your-check',
    'Dieses Dokument ist schon geprüft, oder jemand anders prüft es gerade. Bitte nehmen Sie das nächste.',
  );
