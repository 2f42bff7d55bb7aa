import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../renderer/platform/clock.ts';
import { plusSeconds } from '../../../shared/instant.ts';

const day = 24 * 3600;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T09:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function armed(seconds: number) {
  const called = vi.fn<() => void>();
  const giveUp = systemClock.at(plusSeconds(systemClock.now(), seconds), called);
  return { called, giveUp };
}

describe('the clock of the computer', () => {
  it.each([1, 29, 31, 3600])('calls once, %i seconds from now', (seconds) => {
    const { called } = armed(seconds);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(called).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(day * 1000);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it.each([0, -3600])('calls at once for a moment that has passed (%i)', (seconds) => {
    const { called } = armed(seconds);
    vi.advanceTimersByTime(1);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('calls within half a minute after sleep, during which timers stood still', () => {
    const { called } = armed(3600);
    vi.advanceTimersByTime(5000);
    vi.setSystemTime(Date.now() + 2 * 3600 * 1000);
    vi.advanceTimersByTime(30_000);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('waits no longer because the clock is set back meanwhile', () => {
    const { called } = armed(300);
    vi.advanceTimersByTime(31_000);
    vi.setSystemTime(Date.now() - day * 1000);
    vi.advanceTimersByTime(200_000);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100_000);
    expect(called).toHaveBeenCalledTimes(1);
  });

  it('waits longer than one timer can', () => {
    const { called, giveUp } = armed(40 * day);
    vi.advanceTimersByTime(day * 1000);
    expect(called).not.toHaveBeenCalled();
    giveUp();
    expect(vi.getTimerCount()).toBe(0);
  });
});
