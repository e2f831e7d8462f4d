import type { Rulebook } from '@mailroom/core';
import type { Verdict } from '@mailroom/database';

/**
 * Whether the machine delivered a letter as a person would have. Wrong is work in a department that has nothing to do
 * with the letter, or a cancellation that nobody was told of; another wish that was missed leaves it incomplete: the
 * department that has the letter reads it and passes it on.
 */
export function judgeDelivery(
  machine: readonly string[],
  person: readonly string[],
  { taxonomy }: Pick<Rulebook, 'taxonomy'>,
): Verdict {
  const queues = (intents: readonly string[]) =>
    new Set(taxonomy.intents.filter((one) => intents.includes(one.intent)).map((one) => one.queue));
  const [theirs, ours] = [queues(machine), queues(person)];
  const missed = person.includes('cancellation') && !machine.includes('cancellation');
  if (missed || [...theirs].some((queue) => !ours.has(queue))) return 'wrong';
  return [...ours].every((queue) => theirs.has(queue)) ? 'right' : 'incomplete';
}
