export * from './forget-twin-keys.ts';
export * from './twin-keys.ts';
export * from './twin-overtook.ts';
export * from './twins.ts';
export * from './twins-of.ts';
