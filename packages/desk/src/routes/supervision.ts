import { civilDate } from '@mailroom/core';
import { type BlindFigures, blindFigures, queueOverviews, supervision } from '@mailroom/database';
import { signedIn } from '../access/guard.ts';
import { supervisionAnswer } from '../api/supervision.ts';
import { shareInterval } from '../blind/share-interval.ts';
import type { App, Context } from '../context.ts';

export function supervisionRoutes(app: App, { database, rules }: Context): void {
  app.get('/api/supervision', { schema: { response: { 200: supervisionAnswer } } }, async (request) => {
    const { calendar } = rules.current().rulebook;
    const [figures, queues, blind] = await Promise.all([
      supervision(database, { timeZone: calendar.timeZone }),
      queueOverviews(database, signedIn(request).scope),
      blindFigures(database, blindDays),
    ]);
    return { ...figures, queues, blind: judged(blind), today: civilDate(new Date(), calendar) };
  });
}

/** Long enough for a sample of one in a hundred to say something. */
const blindDays = 90;

function judged(intents: readonly BlindFigures[]) {
  const sum = (part: 'checked' | 'wrong' | 'incomplete') => intents.reduce((all, one) => all + one[part], 0);
  const total = { checked: sum('checked'), wrong: sum('wrong'), incomplete: sum('incomplete') };
  const withInterval = <Part extends Pick<BlindFigures, 'checked' | 'wrong'>>(one: Part) => ({
    ...one,
    ...shareInterval(one.wrong, one.checked),
  });
  return { ...withInterval(total), days: blindDays, intents: intents.map(withInterval) };
}
