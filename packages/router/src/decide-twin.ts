import type { Channel } from '@mailroom/core';

/** One of two documents that are the same letter. */
export interface Twin {
  readonly state: 'routed' | 'review';
  /** What there is work for, or what it is taken to ask for while there is none. */
  readonly intents: readonly string[];
  readonly customerNumber: string | null;
  readonly channel: Channel;
  /** Whether all of its work is done. */
  readonly isDone: boolean;
  /** The stages that have doubts about it. */
  readonly doubtedBy: readonly string[];
}

/**
 * `copy`: the work of the known document is also the new one's. `lead`: the new one is surer, the known one becomes
 * its copy. `beside`: the new one may say more than the known one, each goes its own way.
 */
export type TwinDecision = 'copy' | 'lead' | 'beside';

/**
 * One letter, one piece of work: what to do with the one that comes second, `arrived`, given what the stages would
 * make of it alone. A doubt about wish or account is settled by the twin; a doubt whether all of it was read is not.
 * The post that follows a fax is the same letter however fast the work was; who sends the same way again when it is
 * done asks again.
 */
export function decideTwin(arrived: Twin, known: Twin): TwinDecision {
  if (!mayBeOneAccount(arrived, known)) return 'beside';
  if (known.isDone && known.channel === arrived.channel) return 'beside';
  if (known.state === 'routed' || arrived.state === 'review')
    return isWhole(arrived) && asksNoMore(arrived, known) ? 'copy' : 'beside';
  return isWhole(known) && asksNoMore(known, arrived) ? 'lead' : 'beside';
}

function mayBeOneAccount({ customerNumber: one }: Twin, { customerNumber: other }: Twin): boolean {
  return one === null || other === null || one === other;
}

function isWhole({ doubtedBy }: Twin): boolean {
  return !doubtedBy.some((stage) => ['ingest', 'ocr', 'separate'].includes(stage));
}

function asksNoMore(copy: Twin, lead: Twin): boolean {
  return copy.intents.every((intent) => lead.intents.includes(intent));
}
