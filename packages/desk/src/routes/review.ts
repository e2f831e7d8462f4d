import {
  countReviews,
  findCustomers,
  releaseReviews,
  reviewerOf,
  reviewList,
  takeNextReview,
  takeReview,
  undoDecision,
  upcomingReview,
} from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { ProblemError } from '../access/problem-error.ts';
import { idParameter } from '../api/instant.ts';
import {
  customersAnswer,
  customersQuery,
  decisionAnswer,
  decisionBody,
  nextReviewAnswer,
  nextReviewBody,
  reviewListAnswer,
  undoAnswer,
} from '../api/review.ts';
import { worklistQuery } from '../api/work.ts';
import type { App, Context } from '../context.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import { decideReview } from '../review/decide-review.ts';
import { seenDocument } from '../seen-document.ts';

const pageLength = 100;

export function reviewRoutes(app: App, context: Context): void {
  listRoutes(app, context);
  const { database } = context;

  const decide = { params: idParameter, body: decisionBody, response: { 200: decisionAnswer } };
  app.post('/api/review/:id/decision', { schema: decide }, async (request) => {
    const person = signedIn(request);
    const { id } = await seenDocument(database, request.params.id, person);
    return decideReview(context, { documentId: id, actor: person.name, ...request.body });
  });

  const undo = { params: idParameter, response: { 200: undoAnswer } };
  app.post('/api/decisions/:id/undo', { schema: undo }, async (request) => {
    const { name: actor, permissions } = signedIn(request);
    const mayReview = permissions.includes('review');
    const undone = await undoDecision(database, request.params.id, { actor, mayReview });
    if (typeof undone !== 'string') return undone;
    throw new ProblemError(409, undone, refusals[undone]);
  });

  const customers = { querystring: customersQuery, response: { 200: customersAnswer } };
  app.get('/api/customers', { schema: customers }, async (request) => ({
    customers: await findCustomers(database, request.query.q),
  }));
}

const refusals = {
  'not-yours': 'Diese Entscheidung stammt nicht von Ihnen.',
  'already-undone': 'Diese Entscheidung ist schon zurückgenommen.',
  'not-the-last': 'Über das Dokument wurde inzwischen neu entschieden.',
  'in-work': 'In der Abteilung wird schon daran gearbeitet. Bitte dort anrufen oder den Vorgang korrigieren.',
} as const;

function listRoutes(app: App, { database }: Context): void {
  const schema = { querystring: worklistQuery, response: { 200: reviewListAnswer } };
  app.get('/api/review', { schema }, async (request) => {
    const cursor = readCursor(request.query.after);
    const after = cursor && { receivedAt: cursor.at, id: cursor.id };
    const items = await reviewList(database, { after, limit: pageLength });
    const last = items.length === pageLength ? items.at(-1) : undefined;
    return { items, next: last ? writeCursor(last.receivedAt, last.documentId) : null };
  });

  const next = { body: nextReviewBody, response: { 200: nextReviewAnswer } };
  app.post('/api/review/next', { schema: next }, async (request) => {
    const { name } = signedIn(request);
    const { skip, wanted } = request.body;
    await releaseReviews(database, skip, name);
    if (wanted !== undefined) await takeReview(database, wanted, name);
    const documentId = wanted ?? (await takeNextReview(database, name, skip));
    if (documentId === undefined) return { documentId: null, claimedBy: null, open: 0, upcoming: null };
    const [reviewer, open, upcoming] = await Promise.all([
      reviewerOf(database, documentId),
      countReviews(database),
      upcomingReview(database, name, [...skip, documentId]),
    ]);
    const claimedBy = reviewer === name ? null : (reviewer ?? null);
    return { documentId, claimedBy, open, upcoming: upcoming ?? null };
  });
}
