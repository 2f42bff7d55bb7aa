import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { linkStanding, withLink } from '../../../../shared/domain/letter/letter.ts';
import { isRequestOpen, isUnsent } from '../../../../shared/domain/partnership/request.ts';
import type { PartnershipRequest } from '../../../../shared/domain/partnership/request.ts';
import { useServices } from '../../../platform/services.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { OwnLinkField } from '../letter/own-link-field.tsx';
import { CopySubject } from '../letter/subject-line.tsx';
import { linkOf, useOwnLink } from '../letter/use-own-link.ts';

const useStyles = makeStyles({
  letter: { ':focus': { outlineStyle: 'none' } },
  head: { display: 'flex', gap: '4px', alignItems: 'center', margin: '0 0 8px' },
  subject: { fontWeight: tokens.fontWeightSemibold, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit', margin: 0 },
  mark: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginTop: '12px' },
});

/** The letter of a request. Its link may have been replaced since it was written: what was not sent is put right here. */
export function RequestLetter({ request }: { readonly request: PartnershipRequest }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  const letter = useRef<HTMLDivElement>(null);
  const own = useOwnLink();
  const link = linkOf(own.link);
  const { id, subject, body, reseller } = request;
  const standing = link === undefined ? 'intact' : linkStanding(body, link);
  const restore = async (): Promise<void> => {
    if (link === undefined) return;
    // The button goes away with the fault.
    letter.current?.focus({ preventScroll: true });
    await work.partnerships.advance(id, { name: 'reworded', subject, body: withLink(body, link) });
  };
  return (
    <Panel title={t('requests.letter')}>
      <div ref={letter} tabIndex={-1} className={styles.letter}>
        <div className={styles.head}>
          <p className={styles.subject} lang={reseller.language}>{subject}</p>
          {isRequestOpen(request) && <CopySubject name={reseller.name} subject={subject} />}
        </div>
        <p className={styles.text} lang={reseller.language}>{body}</p>
      </div>
      {isUnsent(request) && own.link.state === 'missing' && <OwnLinkField keep={own.keep} />}
      <div className={styles.mark}>
        <span role="status">
          {isRequestOpen(request) && standing !== 'intact' && (
            <StatusMark kind={isUnsent(request) ? 'refused' : 'attention'}>
              {isUnsent(request) ? t(`letter.link.${standing}`) : t('requests.linkReplaced')}
            </StatusMark>
          )}
        </span>
        {isUnsent(request) && standing !== 'intact' && (
          <Button size="small" icon={<ArrowUndo16Regular />} onClick={() => void restore()}>{t('letter.restoreLink')}</Button>
        )}
      </div>
    </Panel>
  );
}
