import { defineConfig } from 'vitest/config';
import { noServices } from './infra/services/no-services.ts';

export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'infra/**/*.test.ts',
      'fixtures/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['infra/test-home.ts', 'infra/test-services.ts'],
    env: noServices,
    // Real services and real recognition: a slow machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
