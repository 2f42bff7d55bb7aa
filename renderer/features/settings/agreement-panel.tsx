import { Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { agreementChoices, agreementSetting } from '../../../shared/domain/customer/agreement-ways.ts';
import { useAgreementChoice } from '../../platform/use-agreement-choice.ts';
import { useServices } from '../../platform/services.tsx';
import { Panel } from '../../ui/panel.tsx';

const useStyles = makeStyles({ text: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 } });

/** Whether customers are invited to accept the agreement themselves, or their acceptance is attested, or either. */
export function AgreementPanel() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  const choice = useAgreementChoice();
  return (
    <Panel title={t('agreement.settingTitle')}>
      <p className={styles.text}>{t('agreement.settingText')}</p>
      <RadioGroup
        aria-label={t('agreement.settingTitle')}
        value={choice ?? ''}
        onChange={(_event, data) => void work.saveSetting(agreementSetting, data.value)}
      >
        {agreementChoices.map((one) => <Radio key={one} value={one} label={t(`agreement.choice.${one}`)} />)}
      </RadioGroup>
    </Panel>
  );
}
