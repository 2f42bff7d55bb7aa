import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../text/use-format.ts';
import type { KnownRules } from './use-country-rules.ts';

const useStyles = makeStyles({ bar: { marginTop: '12px' }, body: { whiteSpace: 'normal' } });

/** Says so when a country's own rules were never read and only general checks are made here. */
export function RulesNotice({ known }: { readonly known: KnownRules }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  if (known.source !== 'general') return null;
  return (
    <MessageBar intent="info" className={styles.bar} layout="multiline">
      <MessageBarBody className={styles.body}>{t('newCustomer.generalRules', { country: format.country(known.rules.iso2) })}</MessageBarBody>
    </MessageBar>
  );
}
