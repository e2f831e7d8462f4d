/** A meaning by name, with a global pattern over folded text (see foldText) that finds the ways to put it. */
export type Concept = readonly [name: string, pattern: RegExp];
