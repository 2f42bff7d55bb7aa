import { useTranslation } from 'react-i18next';
import { copyText } from '../../platform/copy-text.ts';
import { useMirror, useServices } from '../../platform/services.tsx';
import { useFormat } from '../../text/use-format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Who is signed in, to which tenant, with which Partner ID. */
export function AccountPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { account } = useServices();
  const answer = useMirror(['organization'], async (mirror) => ({ organization: await mirror.organization() }), []);
  const organization = answer?.organization;
  return (
    <Panel title={t('settings.account')}>
      <FactList
        facts={[
          { label: t('settings.accountName'), value: account.name },
          { label: t('settings.accountKind'), value: t(`account.kind.${account.kind}`) },
          { label: t('settings.userName'), value: account.userName },
          {
            label: t('reseller.tenantId'),
            value: <>{account.tenantId}<CopyButton label={t('action.copyTenantId')} copy={() => copyText(account.tenantId)} /></>,
          },
          { label: t('settings.domain'), value: organization?.domain },
          { label: t('reseller.partnerId'), value: organization?.partnerId },
          { label: t('catalogue.country'), value: organization === undefined ? undefined : format.country(organization.country) },
        ]}
      />
      <SignInAgain />
    </Panel>
  );
}
