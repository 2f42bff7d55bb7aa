import { useTranslation } from 'react-i18next';
import { isVerdictOld } from '../../../shared/domain/partnership/verdict.ts';
import type { Verdict } from '../../../shared/domain/partnership/verdict.ts';
import { instantOf } from '../../../shared/instant.ts';
import { useNow } from '../../text/use-now.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

/** What the last check of a Partner ID found and how old that is; when it is not good, what that means. */
export function VerdictLine({ verdict }: { readonly verdict: Verdict | undefined }) {
  const { t } = useTranslation();
  const now = instantOf(new Date(useNow()));
  const shown = verdict && { standing: verdict.standing, checkedAt: verdict.checkedAt, isOld: isVerdictOld(verdict, now) };
  const values = { partnerId: verdict?.partnerId ?? '', name: verdict?.name ?? verdict?.partnerId ?? '' };
  return (
    <div>
      <VerdictMark verdict={shown} />
      {verdict !== undefined && verdict.standing !== 'good' && <div>{t(`verdict.${verdict.standing}.what`, values)}</div>}
    </div>
  );
}
