import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import { copyText } from '../../platform/copy-text.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { Age } from '../../ui/age.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import type { Fact } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ResellerContact } from './reseller-contact.tsx';
import { ResellerState } from './reseller-state.tsx';
import type { ResellerSubject } from './reseller-subject.ts';
import { ResellerVerdict } from './reseller-verdict.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  inline: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  bar: { whiteSpace: 'normal' },
});

/** Who the reseller is, whether it can be sold through now, and whom to write to. */
export function ResellerOverview({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { row } = subject;
  return (
    <div className={styles.column}>
      {row !== undefined && !isActive(row) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.bar}>
            <MessageBarTitle>{t('reseller.suspendedWhat')}</MessageBarTitle>
            {t('reseller.suspendedDo')}
          </MessageBarBody>
        </MessageBar>
      )}
      <ResellerVerdict subject={subject} />
      <Panel title={t('reseller.profile')}><Profile subject={subject} /></Panel>
      <ResellerContact subject={subject} />
    </div>
  );
}

function Profile({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const readAt = usePartners()?.readAt;
  const { row } = subject;
  const copied = (text: string, label: string) => (
    <span className={styles.inline}>{text}<CopyButton label={label} copy={() => copyText(text)} /></span>
  );
  const listed: readonly Fact[] = row === undefined ? [] : [
    { label: t('reseller.status'), value: <ResellerState reseller={row} /> },
    { label: t('reseller.customers'), value: format.number(row.customerCount) },
    { label: t('reseller.lastActivity'), value: <DateText instant={row.lastActivityAt} /> },
  ];
  return (
    <FactList
      facts={[
        { label: t('reseller.partnerId'), value: subject.partnerId && copied(subject.partnerId, t('action.copyPartnerId')) },
        { label: t('reseller.tenantId'), value: copied(subject.id, t('action.copyTenantId')) },
        { label: t('reseller.location'), value: format.country(subject.location) },
        ...listed,
        { label: t('reseller.listRead'), value: <Age isBare instant={readAt} /> },
      ]}
    />
  );
}
