import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgreementState } from '../../shared/domain/customer/agreement-state.ts';
import { Age } from './age.tsx';
import { DateText } from './date-text.tsx';
import { StatusMark } from './status-mark.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '4px' },
  age: { color: tokens.colorNeutralForeground2 },
});

export interface AgreementStatusProps {
  readonly agreement: AgreementState | undefined;
}

/** How a customer stands with the Microsoft Customer Agreement: who accepted, how and when, and how old that knowledge is. */
export function AgreementStatus({ agreement }: AgreementStatusProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (agreement === undefined) return <StatusMark kind="info">{t('agreement.unknown')}</StatusMark>;
  return (
    <div className={styles.box}>
      <Standing agreement={agreement} />
      {agreement.readAt !== undefined && <span className={styles.age}><Age instant={agreement.readAt} /></span>}
    </div>
  );
}

function Standing({ agreement: { isAccepted, how, acceptedAt, contact } }: { readonly agreement: AgreementState }) {
  const { t } = useTranslation();
  if (!isAccepted) return <StatusMark kind="attention">{t('agreement.none')}</StatusMark>;
  if (how === 'direct') return <StatusMark kind="ok">{t('agreement.direct')}</StatusMark>;
  const person = [contact?.name ?? '', contact?.email ?? ''].filter((part) => part !== '').join(', ');
  const words = how === 'attested' ? (person === '' ? t('agreement.attested') : t('agreement.attestedBy', { person })) : t('agreement.accepted');
  return (
    <StatusMark kind="ok">
      {words} {acceptedAt !== undefined && <DateText instant={acceptedAt} as="date" />}
    </StatusMark>
  );
}
