export * from './confirmed-letters.ts';
export * from './models.ts';
