import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useServices } from '../../../platform/services.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { OwnLinkField } from '../letter/own-link-field.tsx';
import { useOwnLink } from '../letter/use-own-link.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  text: { margin: 0 },
  link: {
    margin: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace, padding: '8px',
    backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** The link that stands in every request for a partnership: personal to the account, pasted once from the portal. */
export function PartnershipLink() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { account } = useServices();
  const { link, keep } = useOwnLink();
  const [isReplacing, setReplacing] = useState(false);
  const isPractice = account.kind === 'practice';
  const replace = async (text: string): Promise<Failure | undefined> => {
    const failed = await keep(text);
    if (failed === undefined) setReplacing(false);
    return failed;
  };
  return (
    <Panel title={t('listing.linkTitle')}>
      <div className={styles.column}>
        <p className={styles.text}>{t('listing.linkText')}</p>
        {link.state === 'known' && (
          <>
            <p className={styles.link}>{link.link}</p>
            <div className={styles.buttons}>
              <CopyButton isWide label={t('listing.copyLink')} copy={() => copyText(link.link)} />
              {!isPractice && !isReplacing && <Button onClick={() => setReplacing(true)}>{t('listing.replaceLink')}</Button>}
            </div>
          </>
        )}
        {isPractice && <p className={styles.text}>{t('listing.practiceLink')}</p>}
        {link.state === 'missing' && link.failure !== undefined && <FailureMessage intent="warning" failure={link.failure} copy={copyText} />}
        {!isPractice && (link.state === 'missing' || isReplacing) && <OwnLinkField keep={replace} />}
      </div>
    </Panel>
  );
}
