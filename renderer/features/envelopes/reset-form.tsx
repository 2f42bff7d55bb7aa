import { Button, Checkbox, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CustomerUser } from '../../../shared/domain/customer/customer-user.ts';
import type { CustomerRecord } from '../../../shared/ports/mirror.ts';
import { copyText } from '../../platform/copy-text.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { useCustomerUsers } from '../../platform/use-customer-users.ts';
import type { OnlineReading } from '../../platform/use-online-reading.ts';
import { Age } from '../../ui/age.tsx';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchChoice } from '../../ui/search-choice.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { UserRoles } from './user-roles.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '680px' },
  box: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  whole: { whiteSpace: 'normal' },
  wide: { width: '100%', maxWidth: '420px' },
});

export interface ResetFormProps {
  readonly record: CustomerRecord;
  /** The user asked for, by id or by what it signs in with. */
  readonly userId: string | undefined;
  readonly userName: string | undefined;
}

const isCalled = (user: CustomerUser, name: string | undefined): boolean => user.userName.toLowerCase() === name?.toLowerCase();
/** The user a tenant is made with is called "admin" (create-customer, notes). */
const isFirstAdmin = ({ userName }: CustomerUser): boolean => userName.toLowerCase().startsWith('admin@');

type Asked = Pick<ResetFormProps, 'userId' | 'userName'>;
const isAnyoneAsked = ({ userId, userName }: Asked): boolean => userId !== undefined || userName !== undefined;

/** Whoever was asked for and nobody else, lest another user gets the new password; the first administrator where nobody was. */
function proposed(users: readonly CustomerUser[], asked: Asked): CustomerUser | undefined {
  if (!isAnyoneAsked(asked)) return users.find(isFirstAdmin);
  return users.find(({ id }) => id === asked.userId) ?? users.find((user) => isCalled(user, asked.userName));
}

/** Who gets a new password, what that needs and does, and the act itself. */
export function ResetForm({ record, ...asked }: ResetFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const { isReading, problem, refresh } = useCustomerUsers(record.row.id, record.users?.at);
  const [chosenId, setChosenId] = useState<string>();
  const users = record.users?.listed ?? [];
  const chosen = users.find(({ id }) => id === chosenId) ?? proposed(users, asked);
  const isWithout = users.length === 0;
  const isGone = chosen === undefined && !isWithout && !isReading && isAnyoneAsked(asked);
  const kept = useKeptFocus();
  return (
    <div className={styles.column}>
      <Panel title={t('resetPassword.who')}>
        <div {...kept} className={styles.box}>
          <span role="status" className={styles.text}>{isReading ? t('customer.reading') : <Age instant={record.users?.at} />}</span>
          <Trouble problem={problem} isGone={isGone} refresh={refresh} />
          {isWithout && !isReading && <p className={styles.text}>{t(isOnline ? 'customerUsers.notRead' : 'resetPassword.readFirst')}</p>}
          {!isWithout && (
            <div className={styles.wide}>
              <SearchChoice
                label={t('resetPassword.user')} hint={t('resetPassword.userHint')} value={chosen?.id} onChoose={setChosenId} isRequired
                options={users.map((user) => ({ value: user.id, label: user.userName, detail: user.displayName }))}
              />
            </div>
          )}
          {chosen !== undefined && <UserRoles key={chosen.id} customerId={record.row.id} user={chosen} />}
        </div>
      </Panel>
      <Panel title={t('resetPassword.role')}>
        <div className={styles.box}>
          <p className={styles.text}>{t('resetPassword.roleText')}</p>
          <p className={styles.text}>{t('resetPassword.roleAdmin')}</p>
        </div>
      </Panel>
      {chosen !== undefined && <Confirm key={`${chosen.id} confirmed`} record={record} user={chosen} />}
    </div>
  );
}

/** Why the list may lack somebody, and the way to read it again. */
function Trouble({ problem, isGone, refresh }: Pick<OnlineReading, 'problem' | 'refresh'> & { readonly isGone: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const failure = isOnline ? problem : undefined;
  return (
    <>
      {failure !== undefined && <FailureMessage intent="warning" failure={failure} copy={copyText} />}
      {isGone && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.whole}>{t('resetPassword.userGone')}</MessageBarBody>
        </MessageBar>
      )}
      {isOnline && (failure !== undefined || isGone) && <Button size="small" onClick={() => void refresh()}>{t('resetPassword.readAgain')}</Button>}
    </>
  );
}

function Confirm({ record, user }: { readonly record: CustomerRecord; readonly user: CustomerUser }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  const { isOnline } = useConnectivity();
  const navigate = useNavigate();
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const reset = async (): Promise<void> => {
    setBusy(true);
    const { row } = record;
    const operation = await work.confirmReset({
      customer: { kind: 'tenant', customerId: row.id }, customerName: row.name, userId: user.id, userName: user.userName,
    });
    await navigate(`/envelopes/${operation.id}`);
  };
  return (
    <Panel title={t('resetPassword.confirm')}>
      <div className={styles.box}>
        <p className={styles.text}>{t('resetPassword.what')}</p>
        {!isOnline && <p className={styles.text}>{t('resetPassword.offline')}</p>}
        <Checkbox
          label={t('resetPassword.sure', { user: user.userName })} checked={isSure}
          onChange={(_event, data) => setSure(data.checked === true)}
        />
        <Button appearance="primary" disabled={!isSure || isBusy} onClick={() => void reset()}>
          {t(isOnline ? 'resetPassword.reset' : 'carts.putInOutbox')}
        </Button>
      </div>
    </Panel>
  );
}
