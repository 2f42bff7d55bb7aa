import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentLock20Regular, Print20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, languages, ownNameOf } from '../../text/language.ts';
import type { HandOver, SavedFile } from './use-hand-over.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', gap: '12px', flexWrap: 'wrap', alignItems: 'flex-end' },
  told: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  passphrase: {
    margin: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500,
    overflowWrap: 'anywhere', userSelect: 'all',
  },
});

export interface HandOverWaysProps {
  readonly handOver: HandOver;
}

/** On paper, or as an encrypted file whose passphrase goes another way. */
export function HandOverWays({ handOver }: HandOverWaysProps) {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const [language, setLanguage] = useState(() => chooseLanguage('system', [i18n.language]));
  return (
    <div className={styles.box}>
      <p className={styles.text}>{t('envelopes.printText')}</p>
      <div className={styles.row}>
        <Button icon={<Print20Regular />} onClick={() => void handOver.print()}>{t('envelopes.print')}</Button>
      </div>
      <p className={styles.text}>{t('envelopes.fileText')}</p>
      <div className={styles.row}>
        <Field label={t('envelopes.fileLanguage')}>
          <Select value={language} onChange={(_event, data) => setLanguage(chooseLanguage('system', [data.value]))}>
            {languages.map((one) => <option key={one} value={one} lang={one}>{ownNameOf(one)}</option>)}
          </Select>
        </Field>
        <Button icon={<DocumentLock20Regular />} onClick={() => void handOver.saveFile(language)}>{t('envelopes.saveFile')}</Button>
      </div>
      <div role="status">{handOver.savedFile !== undefined && <Passphrase savedFile={handOver.savedFile} />}</div>
    </div>
  );
}

/** Told once: it is kept nowhere. */
function Passphrase({ savedFile: { fileName, passphrase } }: { readonly savedFile: SavedFile }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.told}>
      <span>{t('envelopes.fileSaved', { fileName })}</span>
      <span id={id}>{t('envelopes.passphrase')}</span>
      <p className={styles.passphrase} aria-labelledby={id}>{passphrase}</p>
      <span>{t('envelopes.passphraseText')}</span>
    </div>
  );
}
