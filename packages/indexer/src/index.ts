export { matchAccount } from './account/match-account.ts';
export { customersInMemory } from './customers-in-memory.ts';
export { extractFields, type FieldContext } from './fields/extract-fields.ts';
export { extractIdentifiers } from './identifiers/extract-identifiers.ts';
export type { Mention } from './identifiers/mention.ts';
export { learnShapes } from './learn-shapes.ts';
export { readCustomers } from './read-customers.ts';
