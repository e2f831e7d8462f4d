import { spawn } from 'node:child_process';

/**
 * Runs a shell script when this process is gone, however it went: a shell waits for the end of a pipe that only
 * we hold open. For servers that are no children of ours. Returns what calls it off.
 */
export function whenWeDie(script: string, ...args: readonly string[]): () => void {
  const guard = spawn('sh', ['-c', `cat > /dev/null; ${script}`, 'guard', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  if (guard.stdin && 'unref' in guard.stdin && typeof guard.stdin.unref === 'function') guard.stdin.unref();
  return () => {
    guard.kill('SIGKILL');
  };
}
