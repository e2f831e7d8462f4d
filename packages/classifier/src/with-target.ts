import type { Model } from './model.ts';

/**
 * The model as it is when at most this share of what is routed may go wrong (see misroutedShare): the limits of the
 * nearest stricter target that its training measured. Null, or a target stricter than any measured one: the limits stay.
 */
export function withTarget(model: Model, targetWrongRate: number | null): Model {
  const points = model.limits.curve.filter((point) => point.targetWrongRate <= (targetWrongRate ?? 0));
  const point = points.at(-1);
  if (!point) return model;
  const { targetWrongRate: target, leastTrust } = point;
  return { ...model, limits: { ...model.limits, targetWrongRate: target, leastTrust } };
}
