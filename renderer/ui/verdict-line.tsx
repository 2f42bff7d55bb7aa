import { useTranslation } from 'react-i18next';
import { VerdictMark } from './verdict-mark.tsx';
import type { ShownVerdict } from './verdict-mark.tsx';

export interface VerdictLineProps {
  readonly verdict: (ShownVerdict & { readonly partnerId: string; readonly name?: string | undefined }) | undefined;
}

/** What the last check of a Partner ID found and how old that is; when it is not good, what that means. */
export function VerdictLine({ verdict }: VerdictLineProps) {
  const { t } = useTranslation();
  const values = { partnerId: verdict?.partnerId ?? '', name: verdict?.name ?? verdict?.partnerId ?? '' };
  return (
    <div>
      <VerdictMark verdict={verdict} />
      {verdict !== undefined && verdict.standing !== 'good' && <div>{t(`verdict.${verdict.standing}.what`, values)}</div>}
    </div>
  );
}
