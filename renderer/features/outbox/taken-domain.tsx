import { Button, makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/failure.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import type { OperationOf } from '../../../shared/sync/operation.ts';
import { copyText } from '../../platform/copy-text.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useOutboxCommand } from './use-outbox-command.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { margin: 0 },
});

type Found = ServerCallOutput<'find-customer'>['customers'];

/**
 * A taken domain that may be the work of an earlier try of this operation (failure story F16): the customer is looked up, and a
 * person takes it over, or chooses another domain. Nothing is tried by itself.
 */
export function TakenDomain({ operation }: { readonly operation: OperationOf<'create-customer'> }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account, outbox } = useServices();
  const { isOnline } = useConnectivity();
  const command = useOutboxCommand();
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Failure>();
  const [isLooking, setLooking] = useState(false);
  const { domain } = operation.payload.form;
  const look = async (): Promise<void> => {
    setLooking(true);
    const answer = await readServer(account.id, 'find-customer', { domain }, serverCalls['find-customer'].out);
    setLooking(false);
    setFound(answer.ok ? answer.value.customers : undefined);
    setProblem(answer.ok ? undefined : answer.error);
  };
  const adopt = ({ id: customerId }: Found[number]): void =>
    void command.run(() => outbox.decide(operation.id, { kind: 'adopt-customer', customerId, domain }));
  return (
    <Panel title={t('outbox.taken.title')} tone="attention">
      <div className={styles.box}>
        <p className={styles.text}>{t('outbox.taken.text', { domain })}</p>
        {!isOnline && <StatusMark kind="waiting">{t('outbox.taken.offline')}</StatusMark>}
        <div className={styles.row}>
          {isOnline && (
            <Button icon={<Search16Regular />} disabledFocusable={isLooking} onClick={() => isLooking || void look()}>
              {t('outbox.taken.look')}
            </Button>
          )}
          <LinkButton to={`/customers/new?operation=${operation.id}`}>{t('outbox.taken.other')}</LinkButton>
        </div>
        <div role="status">
          {isLooking && t('outbox.taken.looking')}
          {!isLooking && found?.length === 0 && <StatusMark kind="info">{t('outbox.taken.notOurs', { domain })}</StatusMark>}
        </div>
        {problem !== undefined && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
        {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
        {found?.map((customer) => (
          <div key={customer.id} className={styles.box}>
            <FactList
              facts={[
                { label: t('customer.name'), value: customer.name },
                { label: t('customer.domain'), value: customer.domain },
                { label: t('customer.tenantId'), value: customer.id },
              ]}
            />
            <p className={styles.text}>{t('outbox.taken.adoptText')}</p>
            <Button appearance="primary" disabled={command.isBusy} onClick={() => adopt(customer)}>{t('outbox.taken.adopt')}</Button>
          </div>
        ))}
      </div>
    </Panel>
  );
}
