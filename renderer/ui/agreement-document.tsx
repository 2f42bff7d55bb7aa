import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../shared/contract/failure.ts';
import { useFormat } from '../text/use-format.ts';
import { FailureMessage } from './failure-message.tsx';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' } });

/** The text and the ways to it: what use-agreement-document.ts gives. */
interface Text {
  /** Languages in which the text is there for the customer's country. */
  readonly languages: readonly string[];
  readonly language: string | undefined;
  readonly setLanguage: (language: string) => void;
  readonly open: () => Promise<void>;
  readonly problem: Failure | undefined;
}

export interface AgreementDocumentProps {
  readonly text: Text;
  /** The text comes from the server each time: its address is good for five minutes. */
  readonly isOnline: boolean;
  readonly copy: (text: string) => Promise<boolean>;
}

/** The way to the text of the agreement, in a language of the customer's country. */
export function AgreementDocument({ text: { languages, language, setLanguage, open, problem }, isOnline, copy }: AgreementDocumentProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div role="group" aria-label={t('agreement.text')}>
      <div className={styles.row}>
        {languages.length > 1 && (
          <Field label={t('agreement.language')} size="small">
            <Select size="small" value={language ?? ''} onChange={(_event, data) => setLanguage(data.value)}>
              {languages.map((code) => <option key={code} value={code}>{format.language(code)}</option>)}
            </Select>
          </Field>
        )}
        <Button size="small" icon={<Open16Regular />} disabled={!isOnline} onClick={() => void open()}>
          {t(isOnline ? 'carts.agreement.read' : 'carts.agreement.readOnline')}
        </Button>
      </div>
      {problem !== undefined && <FailureMessage failure={problem} copy={copy} />}
    </div>
  );
}
