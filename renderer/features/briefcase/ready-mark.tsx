import { useTranslation } from 'react-i18next';
import type { Readiness } from '../../../shared/domain/briefcase/readiness.ts';
import { useFormat } from '../../text/use-format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import type { ShownState } from './briefcase-view.ts';
import { partWords } from './briefcase-words.ts';

const signs: Readonly<Record<ShownState, StatusKind>> = {
  never: 'info', reading: 'sending', partly: 'attention', 'out-of-date': 'attention', complete: 'ok',
};

/** How something stands, in a word; with what is missing where something is. */
export function ReadyMark({ state, readiness }: { readonly state: ShownState; readonly readiness: Readiness | undefined }) {
  const { t } = useTranslation();
  const words = t(`briefcase.state.${state}`);
  if (state !== 'partly' || readiness === undefined) return <StatusMark kind={signs[state]}>{words}</StatusMark>;
  const missing = t('briefcase.missing', { parts: partWords(t, readiness.missing) });
  return <StatusMark kind={signs[state]}><span title={missing}>{words}: {missing}</span></StatusMark>;
}

/** Until when: the day, and on the last days the hour. */
export function UntilText({ readiness }: { readonly readiness: Readiness | undefined }) {
  const format = useFormat();
  const until = readiness?.first?.until;
  if (until === undefined || readiness?.state === 'never') return '–';
  return <time dateTime={until}>{format.dateTime(until)}</time>;
}
