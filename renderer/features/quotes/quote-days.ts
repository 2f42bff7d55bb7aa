const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The day on the user's calendar, `2026-11-27`. */
export const localDay = (at: Date): string => `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;

/** Midday of a calendar day where the user is: shown as that day in every zone. Takes a moment too, for its day in UTC. */
export function middayOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, date, 12).toISOString();
}
