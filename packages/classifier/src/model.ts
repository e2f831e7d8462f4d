import type { Readers } from './learn/letter-scores.ts';
import type { LinearModel } from './learn/linear-model.ts';

/** Everything that classification needs besides the taxonomy; made by `train`. */
export interface Model extends Readers {
  /** Changes whenever the letters, the options or the code that reads letters change. */
  readonly version: string;
  readonly trainedOn: number;
  readonly intents: readonly string[];
  /** Combines what the readers say about one intent into its probability. */
  readonly combine: LinearModel;
  /** Which of several intents the sender mainly writes for. */
  readonly order: LinearModel;
  /** How much of a letter would go where it belongs; see misroutedShare. */
  readonly trust: LinearModel;
  readonly limits: Limits;
}

/** What follows from aiming at a share of wrong work (see misroutedShare), measured where the limits were chosen. */
export interface CurvePoint {
  readonly targetWrongRate: number;
  readonly leastTrust: number;
  /** The share of everyday letters that need no person. */
  readonly routedShare: number;
}

/** From which confidence on the machine acts alone; chosen on letters of authors that were not trained on. */
export interface Limits {
  /** The mean misroutedShare of routed letters they were chosen for. */
  readonly targetWrongRate: number;
  /** Least trust with which a letter goes its way without a person. */
  readonly leastTrust: number;
  /** What other targets would give, strictest first. */
  readonly curve: readonly CurvePoint[];
  /** A cancellation between these probabilities is neither there nor not there. */
  readonly cancellation: { readonly absentBelow: number; readonly presentAbove: number };
}
