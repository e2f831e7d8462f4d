export * from './follow-rulebook.ts';
export * from './rulebooks.ts';
export * from './sample-decisions.ts';
