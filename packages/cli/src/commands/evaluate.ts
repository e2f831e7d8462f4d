import type { Configuration } from '../configuration.ts';
import { readInput } from './import-customers.ts';

export async function evaluateModel(configuration: Configuration, file: string): Promise<void> {
  void configuration;
  await readInput(file);
}
