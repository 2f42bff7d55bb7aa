import { bridge } from './bridge.ts';

/** Writes a bug into the one log of both processes, cut to the sizes of the contract. The screens go on. */
export function reportBug(error: unknown, where = ''): void {
  const message = `${where}${error instanceof Error ? error.message : String(error)}`.slice(0, 2000);
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack.slice(0, 8000) } : {};
  void bridge.call('log.report', { message, ...stack });
}
