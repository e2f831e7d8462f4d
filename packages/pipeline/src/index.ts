export * from './attempt.ts';
export * from './context.ts';
export * from './hints.ts';
export * from './pipeline.ts';
export * from './reconcile.ts';
export * from './stage.ts';
export * from './workers.ts';
