import { fileURLToPath } from 'node:url';
import type { EngineOptions, TsvProcess } from './start-engine.ts';
import { startTsvChild } from './tesseract-js.ts';

const faultNames = ['crash', 'hang', 'out-of-memory', 'garbage'] as const;
export type FaultName = (typeof faultNames)[number];

export function isFaultName(name: string): name is FaultName {
  return (faultNames as readonly string[]).includes(name);
}

const program = fileURLToPath(new URL('fault-child.ts', import.meta.url));

/** Engines that fail on purpose, each in one way, so that the pool is tested on what really happens. */
export function startFault(
  name: FaultName,
  { memoryLimitMb }: EngineOptions,
  startTimeoutMs: number,
): Promise<TsvProcess> {
  return startTsvChild(program, [name], memoryLimitMb, startTimeoutMs);
}
