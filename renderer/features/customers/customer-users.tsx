import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerUser } from '../../../shared/domain/customer/customer-user.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity } from '../../platform/services.tsx';
import { useCustomerUsers } from '../../platform/use-customer-users.ts';
import { hasWords } from '../../text/word-match.ts';
import { Age } from '../../ui/age.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListToolbar } from '../../ui/list-toolbar.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const useStyles = makeStyles({
  text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  age: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '8px', color: tokens.colorNeutralForeground2 },
});

/** A list longer than this is searched, not read. */
const mostShown = 100;

/** The users of a customer's tenant. They are read only when somebody wants to see them: each reading needs a role there. */
export function CustomerUsers({ record }: { readonly record: CustomerRecord }) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const toggle = (
    <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
      {t(isShown ? 'customerUsers.hide' : 'customerUsers.show')}
    </Button>
  );
  return (
    <Panel title={t('customerUsers.title')} actions={toggle}>
      {isShown ? <Users record={record} /> : <span>{t('customerUsers.about')}</span>}
    </Panel>
  );
}

function Users({ record: { row, users } }: { readonly record: CustomerRecord }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { isReading, problem, refresh } = useCustomerUsers(row.id, users?.at);
  const [text, setText] = useState('');
  const found = users?.listed.filter((user) => hasWords(`${user.displayName} ${user.userName}`, text)) ?? [];
  return (
    <>
      <div className={styles.age}>
        <span role="status">{isReading ? t('customer.reading') : <Age instant={users?.at} />}</span>
        {isOnline && !isReading && (
          <Button size="small" appearance="subtle" icon={<ArrowSync16Regular />} onClick={() => void refresh()}>{t('action.refresh')}</Button>
        )}
      </div>
      {problem !== undefined && isOnline && <FailureMessage intent="warning" failure={problem} copy={copyText} />}
      {users === undefined && !isReading && <p className={styles.text}>{t(isOnline ? 'customerUsers.notRead' : 'customerUsers.readWhenOnline')}</p>}
      {users !== undefined && (
        <>
          <ListToolbar count={t('customerUsers.count', { count: found.length })}>
            <SearchField label={t('customerUsers.search')} value={text} onChange={setText} />
          </ListToolbar>
          {found.length > 0 && <UserTable customerId={row.id} users={found.slice(0, mostShown)} />}
          {found.length > mostShown && <p className={styles.text}>{t('customerUsers.more', { count: mostShown })}</p>}
        </>
      )}
    </>
  );
}

interface UserTableProps {
  readonly customerId: string;
  readonly users: readonly CustomerUser[];
}

function UserTable({ customerId, users }: UserTableProps) {
  const { t } = useTranslation();
  return (
    <PlainTable
      label={t('customerUsers.title')}
      rows={users}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', header: t('customerUsers.name'), canWrap: true, cell: ({ displayName }) => displayName || '–' },
        { id: 'user', header: t('envelopes.userName'), canWrap: true, cell: ({ userName }) => userName },
        {
          id: 'state', header: t('customerUsers.state'),
          cell: ({ state }) => (
            <StatusMark kind={state === 'active' ? 'ok' : 'stopped'}>
              {t(`customerUsers.stateIs.${state === 'active' ? 'active' : 'inactive'}`)}
            </StatusMark>
          ),
        },
        {
          id: 'reset', header: t('customerUsers.password'), align: 'end',
          cell: ({ id, userName }) => (
            <LinkButton size="small" to={`/envelopes/reset/${customerId}?user=${id}`} label={t('customerUsers.resetFor', { user: userName })}>
              {t('customerUsers.reset')}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
