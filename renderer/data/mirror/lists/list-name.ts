const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `yyyy-mm` of a moment. */
export const monthOf = (moment: string): string => moment.slice(0, 7);

/** The first moment of a month. */
export const startOfMonth = (month: string): string => `${month}-01T00:00:00.000Z`;

export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A month without its year: of a list that is out, so the next month at most. */
function nearest(number: number, now: string): string {
  const at = (year: number): string => `${year}-${String(number).padStart(2, '0')}`;
  const year = Number(now.slice(0, 4));
  const latest = monthAfter(monthOf(now));
  return [at(year + 1), at(year), at(year - 1)].find((month) => month <= latest) ?? at(year - 1);
}

export interface NamedList {
  readonly month?: string;
  readonly market?: string;
}

/**
 * What a file's name says of its list. Partner Center names them `Nov_NCE_LicenseBasedPL_GA_IT.csv`: the month without the
 * year, the market last; people and other tools write 202611 or 2026-11.
 */
export function readListName(fileName: string, now: string): NamedList {
  const parts = fileName.replace(/\.[a-z]{2,4}$/iu, '').split(/[^A-Za-z0-9]+/u);
  const joined = /(?:^|[^0-9])(20\d\d)[-_ ]?(0[1-9]|1[0-2])(?:[^0-9]|$)/u.exec(fileName);
  const named = parts.map((part) => months.indexOf(part.slice(0, 3).toLowerCase())).find((_found, place) => isMonthName(parts[place] ?? ''));
  const month = joined === null ? undefined : `${joined[1]}-${joined[2]}`;
  const market = /^[A-Z]{2}$/u.exec(parts.at(-1) ?? '')?.[0];
  return {
    ...(month === undefined && named === undefined ? {} : { month: month ?? nearest((named ?? 0) + 1, now) }),
    ...(market === undefined ? {} : { market }),
  };
}

const isMonthName = (part: string): boolean =>
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu
    .test(part);
