import type { TFunction } from 'i18next';
import type { Failure } from '../../shared/contract/failure.ts';

/** The sentence (what happened and what it means) and the next step of a failure (`failure.<code>.what`, `.do`). */
export function failureWords(t: TFunction, failure: Failure): { readonly what: string; readonly act: string } {
  const values = { ...failure.values, seconds: String(Math.ceil(failure.retryAfterSeconds ?? 0)) };
  return { what: t(`failure.${failure.code}.what`, values), act: t(`failure.${failure.code}.do`, values) };
}

/** What support asks for, one line each, ready to be copied. */
export function failureDetails(t: TFunction, failure: Failure): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('ui.detail.code'), failure.code],
    [t('ui.detail.serverCode'), failure.serverCode],
    [t('ui.detail.httpStatus'), failure.httpStatus?.toString()],
    [t('ui.detail.serverText'), failure.serverText],
    [t('ui.detail.correlationId'), failure.correlationId],
    [t('ui.detail.requestId'), failure.requestId],
  ];
  return lines.filter(([, value]) => value !== undefined).map(([label, value]) => `${label}: ${value}`).join('\n');
}
