import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' } });

export interface AgreementDocumentProps {
  /** Languages in which the text is there for the customer's country, in words. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly language: string | undefined;
  readonly onLanguage: (code: string) => void;
  /** The text comes from the server each time: its address is good for five minutes. */
  readonly isOnline: boolean;
  readonly onOpen: () => void;
}

/** The way to the text of the agreement, in a language of the customer's country. */
export function AgreementDocument({ languages, language, onLanguage, isOnline, onOpen }: AgreementDocumentProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      {languages.length > 1 && (
        <Field label={t('agreement.language')} size="small">
          <Select size="small" value={language ?? ''} onChange={(_event, data) => onLanguage(data.value)}>
            {languages.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </Select>
        </Field>
      )}
      <Button size="small" icon={<Open16Regular />} disabled={!isOnline} onClick={onOpen}>
        {t(isOnline ? 'carts.agreement.read' : 'carts.agreement.readOnline')}
      </Button>
    </div>
  );
}
