import { inFours, type Kernels, type Room } from '../kernels/kernels.ts';
import type { Head } from './conv-net.ts';
import type { Label } from './lexicon.ts';
import { addGradient, makeWeights, roomOfWeights, type Weights } from './weights.ts';

/** A head that learns, with room for what goes in and comes out of it and for the gradients of these. */
export interface FittedHead {
  readonly inputs: number;
  readonly units: number;
  readonly targets: number;
  readonly hidden: Weights;
  readonly hiddenBias: Weights;
  readonly out: Weights;
  readonly outBias: Weights;
  readonly input: Room;
  readonly unit: Room;
  readonly score: Room;
  readonly inputGradient: Room;
  readonly unitGradient: Room;
}

export interface HeadSize {
  readonly inputs: number;
  readonly units: number;
  readonly targets: number;
}

/** How many numbers of kernel memory a head takes. */
export const roomOfHead = ({ inputs, units, targets }: HeadSize): number =>
  roomOfWeights(units * inputs + units + inFours(targets) * (units + 1)) +
  2 * (inputs + units) +
  inFours(targets) +
  16;

/** `usual`: the log odds of a target before anything was learned. */
export function makeHead(kernels: Kernels, size: HeadSize, usual: number, random: () => number): FittedHead {
  const { inputs, units } = size;
  const targets = inFours(size.targets);
  return {
    ...size,
    hidden: makeWeights(kernels, units * inputs, { spread: 1 / Math.sqrt(inputs) }, random),
    hiddenBias: makeWeights(kernels, units, { spread: 0 }, random),
    out: makeWeights(kernels, targets * units, { spread: 1 / Math.sqrt(units) }, random),
    outBias: makeWeights(kernels, targets, { middle: usual, spread: 0 }, random),
    input: kernels.room(inputs),
    unit: kernels.room(units),
    score: kernels.room(targets),
    inputGradient: kernels.room(inputs),
    unitGradient: kernels.room(units),
  };
}

export const weightsOf = ({ hidden, hiddenBias, out, outBias }: FittedHead): Weights[] => [
  hidden,
  hiddenBias,
  out,
  outBias,
];

/** Leaves a share of the inputs out and strengthens the others; gives what each was multiplied with. */
export function leaveOut(input: Float32Array, share: number, random: () => number): Float32Array {
  const mask = new Float32Array(input.length);
  for (let index = 0; index < input.length; index += 1) {
    mask[index] = random() < share ? 0 : 1 / (1 - share);
    input[index] = (input[index] as number) * (mask[index] as number);
  }
  return mask;
}

/** Errors below it teach nothing worth the time. */
const leastError = 1e-3;

/** Adds what `input` teaches to the gradients and fills inputGradient; false when there was nothing to learn. */
export function learnHead(kernels: Kernels, head: FittedHead, label: Label): boolean {
  answerHead(kernels, head);
  const { targets, units, unit, score, out, unitGradient } = head;
  unitGradient.values.fill(0);
  let learned = false;
  for (let target = 0; target < targets; target += 1) {
    const likely = 1 / (1 + Math.exp(-(score.values[target] as number)));
    const error = (likely - (label.wanted[target] as number)) * (label.importance[target] as number);
    if (Math.abs(error) < leastError) continue;
    learned = true;
    addGradient(head.outBias, target, error);
    kernels.addScaled(out.gradient.at + target * units * 4, unit.at, error, units);
    kernels.addScaled(unitGradient.at, out.values.at + target * units * 4, error, units);
  }
  if (learned) teachHidden(kernels, head);
  return learned;
}

/** Fills the units and scores from the input. */
function answerHead(kernels: Kernels, head: FittedHead): void {
  const { hidden, hiddenBias, out, outBias, inputs, units, input, unit, score } = head;
  unit.values.set(hiddenBias.values.values);
  kernels.multiply(unit.at, hidden.values.at, units, input.at, inputs);
  for (let index = 0; index < units; index += 1) {
    if ((unit.values[index] as number) < 0) unit.values[index] = 0;
  }
  score.values.set(outBias.values.values);
  kernels.multiply(score.at, out.values.at, score.values.length, unit.at, units);
}

function teachHidden(kernels: Kernels, head: FittedHead): void {
  const { hidden, hiddenBias, inputs, units, input, unit, inputGradient, unitGradient } = head;
  inputGradient.values.fill(0);
  for (let index = 0; index < units; index += 1) {
    const error = unitGradient.values[index] as number;
    if ((unit.values[index] as number) <= 0 || error === 0) continue;
    addGradient(hiddenBias, index, error);
    kernels.addScaled(hidden.gradient.at + index * inputs * 4, input.at, error, inputs);
    kernels.addScaled(inputGradient.at, hidden.values.at + index * inputs * 4, error, inputs);
  }
}

export const finishHead = ({ hidden, hiddenBias, out, outBias, targets, units }: FittedHead): Head => ({
  hidden: hidden.values.values.slice(),
  hiddenBias: hiddenBias.values.values.slice(),
  out: out.values.values.slice(0, targets * units),
  outBias: outBias.values.values.slice(0, targets),
});
