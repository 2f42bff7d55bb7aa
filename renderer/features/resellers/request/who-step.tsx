import { Button, Field, MessageBar, MessageBarActions, MessageBarBody, Textarea, makeStyles } from '@fluentui/react-components';
import { ArrowUpload20Regular, ClipboardPaste20Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { maximumCandidates } from '../../../../shared/domain/partnership/candidates.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { ExternalLink } from '../external-link.tsx';
import { RecipientList } from './recipient-list.tsx';
import { useCandidateImport } from './use-candidate-import.ts';
import type { ImportNews } from './use-candidate-import.ts';
import type { RequestDraftState } from './use-request-draft.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  news: { display: 'flex', flexDirection: 'column', gap: '4px', marginTop: '8px' },
});

/** How a company becomes an indirect reseller (Partner Center documentation). */
const enrolment = 'https://learn.microsoft.com/partner-center/enroll/indirect-reseller-tasks-in-partner-center';

export interface WhoStepProps {
  readonly state: RequestDraftState;
  readonly isChecked: boolean;
}

/** Whom to ask: what must be true of them first, the rows, and lists to take them from. */
export function WhoStep({ state, isChecked }: WhoStepProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const picker = useRef<HTMLInputElement>(null);
  const { news, take, takeFile } = useCandidateImport(state);
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody className={styles.body}>{t('partnershipRequest.precondition')}</MessageBarBody>
        <MessageBarActions>
          <ExternalLink url={enrolment} label={t('partnershipRequest.preconditionHow')} />
        </MessageBarActions>
      </MessageBar>
      <Panel title={t('partnershipRequest.recipients')}>
        <RecipientList state={state} isChecked={isChecked} onFile={(file) => void takeFile(file)} />
      </Panel>
      <Panel title={t('partnershipRequest.listTitle')}>
        <Field label={t('partnershipRequest.pasteLabel')} hint={t('partnershipRequest.pasteHint', { most: format.number(maximumCandidates) })}>
          <Textarea
            rows={4}
            resize="vertical"
            value={state.draft.pasted}
            onChange={(_event, data) => state.change((old) => ({ ...old, pasted: data.value }))}
          />
        </Field>
        <div className={styles.row}>
          <Button icon={<ClipboardPaste20Regular />} disabled={state.draft.pasted.trim() === ''} onClick={() => take(state.draft.pasted)}>
            {t('partnershipRequest.takePasted')}
          </Button>
          <Button icon={<ArrowUpload20Regular />} onClick={() => picker.current?.click()}>{t('partnershipRequest.chooseFile')}</Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-label={t('partnershipRequest.chooseFile')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void takeFile(file);
              // The same file may be chosen again after it was put right.
              event.target.value = '';
            }}
          />
        </div>
        <div role="status" className={styles.news}>{news !== undefined && <News news={news} />}</div>
      </Panel>
    </>
  );
}

/** What came of a list: how many rows, how many of them need a hand, and what had no room. */
function News({ news }: { readonly news: ImportNews }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof news === 'string') return <StatusMark kind="attention">{t(`partnershipRequest.import.${news}`)}</StatusMark>;
  const { rows, wrong, leftOverLines, unusedColumns } = news;
  return (
    <>
      <StatusMark kind="ok">{t('partnershipRequest.import.taken', { count: rows.length, shown: format.number(rows.length) })}</StatusMark>
      {wrong > 0 && <StatusMark kind="attention">{t('partnershipRequest.import.wrong', { count: wrong, shown: format.number(wrong) })}</StatusMark>}
      {leftOverLines > 0 && (
        <StatusMark kind="attention">
          {t('partnershipRequest.import.leftOver', {
            count: leftOverLines, shown: format.number(leftOverLines), most: format.number(maximumCandidates),
          })}
        </StatusMark>
      )}
      {unusedColumns.length > 0 && (
        <StatusMark kind="info">
          {t('partnershipRequest.import.unused', { columns: unusedColumns.join(', ') })}
        </StatusMark>
      )}
    </>
  );
}
