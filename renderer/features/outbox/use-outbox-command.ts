import { useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Result } from '../../../shared/result.ts';

export interface OutboxCommand {
  /** Runs it; true when it was done. A refusal is kept in `problem`. */
  readonly run: (command: () => Promise<Result<unknown>>) => Promise<boolean>;
  readonly problem: Failure | undefined;
  readonly isBusy: boolean;
}

/** One thing a person does to the outbox, with its refusal in words. */
export function useOutboxCommand(): OutboxCommand {
  const [problem, setProblem] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const run = async (command: () => Promise<Result<unknown>>): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    const result = await command();
    setBusy(false);
    if (!result.ok) setProblem(result.error);
    return result.ok;
  };
  return { run, problem, isBusy };
}
