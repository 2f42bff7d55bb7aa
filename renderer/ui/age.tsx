import { useTranslation } from 'react-i18next';
import { DateText } from './date-text.tsx';

export interface AgeProps {
  readonly instant: string | undefined;
  /** Without the word before it, where a heading says it already. */
  readonly isBare?: boolean;
}

/** How old a piece of data is: "Updated 2 hours ago"; "Never updated" when it never was. */
export function Age({ instant, isBare = false }: AgeProps) {
  const { t } = useTranslation();
  if (instant === undefined) return <span>{t('ui.neverRead')}</span>;
  if (isBare) return <DateText instant={instant} />;
  return <span>{t('ui.readAt')} <DateText instant={instant} /></span>;
}
