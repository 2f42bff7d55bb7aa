import { afterEach, describe, expect, it, vi } from 'vitest';
import { cancellationWindow, timeLeft } from '../../../shared/domain/order/cancellation-window.ts';
import { Instant } from '../../../shared/instant.ts';

const at = (text: string): Instant => Instant.parse(text);
const ordered = at('2026-03-25T10:00:00.000Z');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the window in which a subscription can be cancelled', () => {
  it('ends when the server says so, else with the last refund, else 168 hours after the order, as an estimate', () => {
    const cancellableUntil = at('2026-04-01T11:30:00.000Z');
    const days = ['2026-04-02T00:00:00.000Z', '2026-04-03T00:00:00.000Z'];
    const refundOptions = days.map((expiresAt) => ({ type: 'Partial', expiresAt: at(expiresAt) }));
    expect(cancellationWindow({ cancellableUntil, refundOptions }, ordered)).toEqual({ until: cancellableUntil, isEstimate: false });
    expect(cancellationWindow({ refundOptions }, ordered)).toEqual({ until: refundOptions[1]?.expiresAt, isEstimate: false });
    expect(cancellationWindow({ refundOptions: [{ type: 'Full' }] }, ordered)).toEqual({ until: '2026-04-01T10:00:00.000Z', isEstimate: true });
    expect(cancellationWindow(undefined, ordered)).toMatchObject({ isEstimate: true });
    expect(cancellationWindow({}, undefined)).toBeUndefined();
  });

  // The clocks of Europe went forward on 29 March 2026, those of the United States on 8 March, back on 1 November.
  it.each(['UTC', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
    'is counted by the hour, across the change of the clocks, in %s', (zone) => {
      vi.stubEnv('TZ', zone);
      for (const start of ['2026-03-25T10:00:00.000Z', '2026-03-05T23:30:00.000Z', '2026-10-20T10:00:00.000Z', '2026-10-30T05:59:00.000Z']) {
        const { until } = cancellationWindow({}, at(start)) ?? { until: at(start) };
        expect(Date.parse(until) - Date.parse(start)).toBe(168 * 3_600_000);
        expect(timeLeft(until, at(start))).toEqual({ days: 7, hours: 0, minutes: 0 });
        const later = at(new Date(Date.parse(start) + 100 * 3_600_000).toISOString());
        expect(timeLeft(until, later)).toEqual({ days: 2, hours: 20, minutes: 0 });
      }
    },
  );

  it('never says none while there is some, and is over at its very end', () => {
    const until = at('2026-04-01T10:00:00.000Z');
    expect(timeLeft(until, at('2026-04-01T09:59:59.999Z'))).toEqual({ days: 0, hours: 0, minutes: 1 });
    expect(timeLeft(until, at('2026-04-01T08:58:30.000Z'))).toEqual({ days: 0, hours: 1, minutes: 2 });
    expect(timeLeft(until, until)).toBeUndefined();
    expect(timeLeft(until, at('2026-05-01T10:00:00.000Z'))).toBeUndefined();
  });
});
