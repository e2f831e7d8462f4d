/**
 * How two letters stand to each other. `same`: one letter twice, neither says anything that the other does not.
 * `alike`: perhaps the same, but something is missing, was added or cannot be read; a person may know.
 */
export const likenesses = ['same', 'alike'] as const;
export type Likeness = (typeof likenesses)[number];
