import process from 'node:process';

/** One plain line a step, on stderr: stdout belongs to what the command is for. */
export const say = (line) => void process.stderr.write(`${line}\n`);

/** A set-up step failed in a way the user can do something about. */
export class SetUpError extends Error {
  name = 'SetUpError';
}
