import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';
import { DateText } from '../../../ui/date-text.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';

const useStyles = makeStyles({
  item: {
    display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'space-between', padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flexBasis: '300px', flexGrow: 1 },
});

/** The two notices. They are not owed to Microsoft, and no official notice: they may be skipped. */
export function TellStep({ removal }: { readonly removal: Removal }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const back = encodeURIComponent(`/resellers/${removal.resellerId}/remove`);
  const notice = (purpose: 'removal-reseller' | 'removal-customer', text: string, write: string, toldAt: string | undefined) => (
    <div className={styles.item}>
      <span className={styles.text}>
        {text}
        <br />
        {toldAt === undefined
          ? <StatusMark kind="info">{t('removal.notTold')}</StatusMark>
          : <StatusMark kind="ok">{t('removal.toldAt')} <DateText instant={toldAt} /></StatusMark>}
      </span>
      <LinkButton to={`/resellers/write/${purpose}?reseller=${removal.resellerId}&back=${back}`}>{write}</LinkButton>
    </div>
  );
  return (
    <Panel title={t('removal.tellTitle')}>
      <p>{t('removal.tellHint')}</p>
      {notice('removal-reseller', t('removal.tellReseller', { name: removal.name }), t('removal.writeReseller'), removal.resellerToldAt)}
      {notice('removal-customer', t('removal.tellCustomers'), t('removal.writeCustomers'), removal.customersToldAt)}
    </Panel>
  );
}
