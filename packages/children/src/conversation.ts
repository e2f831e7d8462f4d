/** A child that can no longer be trusted; it is dead when this is thrown. */
export class ChildFailure extends Error {
  readonly kind: 'died' | 'timeout' | 'nonsense';

  constructor(kind: ChildFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A process that answers one request at a time. */
export interface Child<Answer, Request = object> {
  readonly pid: number;
  readonly alive: boolean;
  /** Sends `request` (nothing: waits for what the child says by itself) and waits for one answer. @throws ChildFailure */
  ask(request: Request | undefined, timeoutMs: number): Promise<Answer>;
  /** Kills it and everything it started. */
  end(): Promise<void>;
}

/** Answers one at a time; whatever else happens to the process rejects the one that is waited for. */
export interface Conversation<Answer> {
  next(timeoutMs: number): Promise<Answer>;
  settle(answer: Answer): void;
  fail(kind: ChildFailure['kind'], message: string): void;
}

export function startConversation<Answer>(): Conversation<Answer> {
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  let failure: ChildFailure | undefined;

  function fail(kind: ChildFailure['kind'], message: string): void {
    failure ??= new ChildFailure(kind, message);
    waiting?.reject(failure);
  }

  return {
    fail,
    settle: (answer) => waiting?.resolve(answer),
    async next(timeoutMs) {
      if (failure) throw failure;
      const timer = setTimeout(
        () => fail('timeout', `no answer within ${Math.round(timeoutMs / 1000)} s`),
        timeoutMs,
      );
      try {
        return await new Promise<Answer>((resolve, reject) => {
          waiting = { resolve, reject };
        });
      } finally {
        clearTimeout(timer);
        waiting = undefined;
      }
    },
  };
}
