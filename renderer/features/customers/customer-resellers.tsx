import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, ArrowSync16Regular, MailAdd16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { CustomerRecord, CustomerRow, ResellersOfCustomer } from '../../../shared/ports/mirror.ts';
import { isActive } from '../../../shared/domain/reseller/reseller.ts';
import { systemClock } from '../../platform/clock.ts';
import { copyText } from '../../platform/copy-text.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { shownVerdict } from '../../platform/shown-verdict.ts';
import { usePartners } from '../../platform/use-partners.ts';
import type { PartnerRow } from '../../platform/use-partners.ts';
import { useResellerStanding } from '../../platform/use-reseller-standing.ts';
import { resellerOptionDetail } from '../../text/reseller-option.ts';
import { useNow } from '../../text/use-now.ts';
import { Age } from '../../ui/age.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ResellerFlag } from '../../ui/reseller-flag.tsx';
import { SearchChoice } from '../../ui/search-choice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VerdictLine } from '../../ui/verdict-line.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0 0 8px', padding: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', minHeight: '32px' },
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  add: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '420px', marginTop: '8px' },
});

/** Asks the server which resellers the customer has, and keeps the answer: the resellers' lists are only as new as the last pull. */
function useResellersOfCustomer({ id: customerId }: CustomerRow) {
  const { account, mirror } = useServices();
  const [problem, setProblem] = useState<Failure>();
  const [isReading, setReading] = useState(false);
  const read = async (): Promise<void> => {
    setReading(true);
    const { out } = serverCalls['list-resellers-of-customer'];
    const answer = await readServer(account.id, 'list-resellers-of-customer', { customerId }, out);
    if (answer.ok) {
      const resellers = { listed: answer.value.resellers, at: systemClock.now() };
      await mirror.apply({ kind: 'resellers-of-customer-read', customerId, resellers });
    }
    setReading(false);
    setProblem(answer.ok ? undefined : answer.error);
  };
  return { problem, isReading, read: () => void read() };
}

/** The resellers of a customer, and the way to one more (portal task T10). */
export function CustomerResellers({ record: { row, resellers } }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const partners = usePartners();
  const standingOf = useResellerStanding();
  const { problem, isReading, read } = useResellersOfCustomer(row);
  const [isAdding, setAdding] = useState(false);
  const known = row.resellerIds.map((id) => partners?.rowOf(id)).filter((one) => one !== undefined);
  const shown: ResellersOfCustomer['listed'] = resellers?.listed ?? known;
  return (
    <Panel title={t('customerResellers.title')}>
      {shown.length === 0 && <p className={styles.text}>{t('customer.noReseller')}</p>}
      <ul className={styles.list}>
        {shown.map(({ id, name, partnerId = '' }) => (
          <li key={id} className={styles.line}>
            <TextLink to={`/resellers/${id}`}>{name}</TextLink>
            {partnerId !== '' && <span>{t('reseller.partnerIdIs', { id: partnerId })}</span>}
            <ResellerFlag standing={standingOf({ id, partnerId })} />
            <TextLink to={`/resellers/${id}/access/${row.id}`}>{t('customerResellers.access')}</TextLink>
            <TextLink to={`/resellers/${id}/access/${row.id}`}>{t('customerResellers.putOn')}</TextLink>
          </li>
        ))}
      </ul>
      <p className={styles.text} role="status">
        {isReading && t('customer.reading')}
        {!isReading && resellers === undefined && t('customerResellers.fromLists')}
        {!isReading && resellers !== undefined && <>{t('customerResellers.readAt')} <Age isBare instant={resellers.at} /></>}
      </p>
      <div className={styles.buttons}>
        {isOnline && (
          <Button size="small" icon={<ArrowSync16Regular />} disabledFocusable={isReading} onClick={() => isReading || read()}>
            {t('customerResellers.read')}
          </Button>
        )}
        <Button size="small" icon={<Add16Regular />} aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          {t('customerResellers.add')}
        </Button>
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      {isAdding && <AddReseller row={row} others={partners?.rows.filter(({ id }) => !shown.some((one) => one.id === id)) ?? []} />}
    </Panel>
  );
}

interface AddResellerProps {
  readonly row: CustomerRow;
  /** Resellers that the customer does not have yet. */
  readonly others: readonly PartnerRow[];
}

/** An association is made by the customer itself, from an invitation that is sent by e-mail. */
function AddReseller({ row, others }: AddResellerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const now = useNow();
  const [chosenId, setChosen] = useState<string>();
  const chosen = others.find(({ id }) => id === chosenId);
  const query = new URLSearchParams({ reseller: chosenId ?? '', customer: row.id, back: `/customers/${row.id}` }).toString();
  return (
    <div className={styles.add}>
      <SearchChoice
        label={t('resellerChoice.indirectReseller')} placeholder={t('resellerChoice.placeholder')} hint={t('customerResellers.addHint')}
        options={others.map((one) => ({
          value: one.id, label: one.name,
          detail: resellerOptionDetail(t, { partnerId: one.partnerId, isActive: isActive(one), standing: one.verdict?.standing }),
        }))}
        value={chosenId} onChoose={setChosen}
      />
      <div role="status">{chosen !== undefined && <VerdictLine verdict={shownVerdict(chosen.verdict, now)} />}</div>
      {chosen !== undefined && (
        <LinkButton to={`/resellers/write/customer-relationship?${query}`} appearance="primary" icon={<MailAdd16Regular />}>
          {t('customerResellers.invite')}
        </LinkButton>
      )}
    </div>
  );
}
