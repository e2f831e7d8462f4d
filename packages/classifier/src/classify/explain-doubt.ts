import { definitionOf, type Taxonomy } from '@mailroom/core';
import { cues, findCues } from '../features/cues.ts';
import { foldText } from '../text/fold-text.ts';

/** A possible intent with the sentence that speaks for it. */
export interface Hint {
  readonly intent: string;
  readonly probability: number;
  readonly chosen: boolean;
  readonly words: string | undefined;
}

const turns: Readonly<Record<string, string>> = {
  not: 'klingt verneint',
  threat: 'klingt nach Androhung',
  if: 'steht unter einer Bedingung',
  would: 'klingt nach einer bloßen Möglichkeit',
  they: 'gibt womöglich fremde Worte wieder',
  ask: 'klingt nach einer Frage',
  maybe: 'klingt unentschlossen',
  past: 'klingt nach etwas Vergangenem',
};

/** Why a person should look at a cancellation: "Kündigung nicht sicher: „sonst kündige ich“ klingt nach Androhung." */
export function doubtCancellation(hint: Hint): string {
  if (!hint.words) return 'Kündigung nicht sicher: Der Brief lässt sich so oder so lesen. Bitte entscheiden.';
  return `Kündigung nicht sicher: „${shorten(hint.words)}“ ${turnOf(hint.words)}.`;
}

/** Why a person should look at a letter whose intents are not sure, naming the least sure one. */
export function doubtDecision(hints: readonly Hint[], taxonomy: Taxonomy): string {
  const label = (hint: Hint): string => definitionOf(taxonomy, hint.intent).label.de;
  const closest = [...hints].sort((a, b) => Math.abs(a.probability - 0.5) - Math.abs(b.probability - 0.5))[0];
  if (!closest || closest.intent === 'other')
    return 'Kein Anliegen sicher erkannt. Bitte den Brief lesen und zuordnen.';
  const words = closest.words ? `: „${shorten(closest.words)}“` : '';
  if (closest.chosen) return `${label(closest)} nicht sicher${words}. Bitte prüfen.`;
  return `Womöglich auch ${label(closest)}${words}. Bitte prüfen.`;
}

function turnOf(words: string): string {
  const bits = findCues(foldText(words));
  const turn = Object.keys(turns).find(
    (name) => (bits & (1 << cues.findIndex(([cue]) => cue === name))) !== 0,
  );
  return (turn && turns[turn]) || 'lässt sich so oder so lesen';
}

function shorten(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 117).replace(/\s+\S*$/, '')} …`;
}
