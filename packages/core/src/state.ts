/** The states of a document, in the order in which a document without problems passes them. */
export const documentStates = [
  'received',
  'read',
  'classified',
  'indexed',
  'routed',
  'review',
  'rejected',
] as const;
export type DocumentState = (typeof documentStates)[number];

/** States in which the machine has nothing left to do. */
export const settledStates = ['routed', 'review', 'rejected'] as const satisfies readonly DocumentState[];
export type SettledState = (typeof settledStates)[number];

export function isSettled(state: DocumentState): state is SettledState {
  return (settledStates as readonly DocumentState[]).includes(state);
}
