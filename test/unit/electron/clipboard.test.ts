import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openClipboard } from '../../../electron/clipboard/clipboard.ts';

const system = {
  text: '',
  html: '',
  readText: () => Promise.resolve(system.text),
  writeText: (text: string) => Promise.resolve(void (system.text = text)),
  writeBoth: (text: string, html: string) => Promise.resolve(void ([system.text, system.html] = [text, html])),
  clear: () => void (system.text = ''),
};

beforeEach(() => {
  vi.useFakeTimers();
  system.text = '';
});
afterEach(() => vi.useRealTimers());

it('takes a secret out after 60 seconds, not before', async () => {
  const clipboard = openClipboard(system);
  await clipboard.writeSecret('Zq7*secret');
  await vi.advanceTimersByTimeAsync(59_000);
  expect(system.text).toBe('Zq7*secret');
  await vi.advanceTimersByTimeAsync(1000);
  expect(system.text).toBe('');
});

it('leaves alone what somebody else copied since', async () => {
  const clipboard = openClipboard(system);
  await clipboard.writeSecret('Zq7*secret');
  system.text = 'a shopping list';
  await vi.advanceTimersByTimeAsync(60_000);
  expect(system.text).toBe('a shopping list');
});

it('counts anew for a second secret and clears at quit', async () => {
  const clipboard = openClipboard(system);
  await clipboard.writeSecret('first');
  await vi.advanceTimersByTimeAsync(40_000);
  await clipboard.writeSecret('second');
  await vi.advanceTimersByTimeAsync(40_000);
  expect(system.text).toBe('second');
  await clipboard.forgetSecret();
  expect(system.text).toBe('');
});

it('never clears plain text', async () => {
  const clipboard = openClipboard(system);
  await clipboard.write('an order number');
  await clipboard.forgetSecret();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(system.text).toBe('an order number');
});

it('puts a letter in the place of a secret, in both forms, and never clears it', async () => {
  const clipboard = openClipboard(system);
  await clipboard.writeSecret('Zq7*secret');
  await clipboard.writeBoth('Dear partner', '<p>Dear partner</p>');
  await clipboard.forgetSecret();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(system).toMatchObject({ text: 'Dear partner', html: '<p>Dear partner</p>' });
});
