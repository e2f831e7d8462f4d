import { MisconfigurationError, messageOf, type Rulebook } from '@mailroom/core';
import { rulebookOfVersion, rulebookVersions, saveRulebook } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { notFound, ProblemError } from '../access/problem-error.ts';
import {
  previewAnswer,
  previewBody,
  rulebookAnswer,
  rulesAnswer,
  savedRulesAnswer,
  saveRulesBody,
  versionParameter,
} from '../api/rules.ts';
import type { App, Context } from '../context.ts';
import { previewRules } from '../rules/preview-rules.ts';

/** A taxonomy with many keywords is larger than anything else that people send. */
const bodyLimit = 1_000_000;

/** The rules in force: to be seen, tried out on what came in lately, put in force and gone back to. */
export function rulesRoutes(app: App, context: Context): void {
  const { database, rules, classifiers } = context;

  app.get('/api/rules', { schema: { response: { 200: rulesAnswer } } }, async () => {
    const { curve, trainedTarget, intents: recognised } = classifiers;
    return {
      ...rules.current(),
      recognised,
      curve,
      trainedTarget,
      versions: await rulebookVersions(database),
    };
  });

  const old = { params: versionParameter, response: { 200: rulebookAnswer } };
  app.get('/api/rules/:version', { schema: old }, async ({ params }) => {
    if (params.version === 0) return { version: 0, rulebook: rules.defaults };
    const found = await rulebookOfVersion(database, params.version);
    if (!found) throw notFound();
    return found;
  });

  const preview = { body: previewBody, response: { 200: previewAnswer } };
  app.post('/api/rules/preview', { schema: preview, bodyLimit }, async ({ body }) => {
    requireUsable(context, body.rulebook);
    return previewRules(context, body.rulebook, body.days);
  });

  const save = { body: saveRulesBody, response: { 200: savedRulesAnswer } };
  app.put('/api/rules', { schema: save, bodyLimit }, async (request) => {
    requireUsable(context, request.body.rulebook);
    const actor = signedIn(request).name;
    if (!(await saveRulebook(database, { actor, ...request.body }))) throw overtaken();
    await rules.refresh();
    return { version: request.body.basedOn + 1 };
  });
}

/** Every process must be able to work by the rules: the machine may not know more intents than they do. */
function requireUsable({ classifiers }: Pick<Context, 'classifiers'>, rulebook: Rulebook): void {
  try {
    classifiers.under(rulebook);
  } catch (error) {
    if (!(error instanceof MisconfigurationError)) throw error;
    const known = new Set(rulebook.taxonomy.intents.map((one) => one.intent));
    const missing = classifiers.intents.filter((intent) => !known.has(intent));
    if (missing.length === 0) throw new ProblemError(422, 'unusable-rules', messageOf(error));
    throw new ProblemError(
      422,
      'unusable-rules',
      `Die Maschine erkennt ${missing.join(', ')}; diese Anliegen können nicht entfallen.`,
    );
  }
}

const overtaken = () =>
  new ProblemError(
    409,
    'rules-overtaken',
    'Die Regeln wurden inzwischen von jemand anderem geändert. Bitte laden Sie sie neu und prüfen Sie Ihre Änderung.',
  );
