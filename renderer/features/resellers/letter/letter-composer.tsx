import { Checkbox, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import { isRequestOpen } from '../../../../shared/domain/partnership/request.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Age } from '../../../ui/age.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { CancelLetter } from './cancel-letter.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { MailActions } from './mail-actions.tsx';
import { OwnLinkField } from './own-link-field.tsx';
import { Recipients } from './recipients.tsx';
import { useLetterCommand } from './use-letter-command.ts';
import type { LetterContext } from './use-letter-context.ts';
import { useLetterDraft } from './use-letter-draft.ts';
import type { LetterDraft, OpenedLetter } from './use-letter-draft.ts';
import { linkOf } from './use-own-link.ts';

const useStyles = makeStyles({
  column: { maxWidth: '760px', display: 'flex', flexDirection: 'column', gap: '14px' },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface LetterComposerProps {
  readonly context: LetterContext;
  /** What was typed before. */
  readonly opened: OpenedLetter;
  readonly back: string;
}

/** One letter: recipients, language, text, and the ways out. Nothing is sent by the app. */
export function LetterComposer({ context, opened, back }: LetterComposerProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useLetterDraft(context, opened);
  const keeping = useKeptContact(context, draft);
  const command = useLetterCommand({ context, draft, keepsContact: keeping.isKept, back });
  const { purpose, name, request } = context;
  const shownName = name === '' ? t('letter.someName') : name;
  const cancel = async (): Promise<void> => {
    await draft.drop();
    await navigate(back);
  };
  const isOver = request !== undefined && !isRequestOpen(request);
  return (
    <Page
      title={t(`letter.title.${purpose}`)}
      subtitle={t('letter.subtitle', { name: shownName })}
      breadcrumbs={[{ label: t('letter.back'), to: back }]}
      actions={<CancelLetter isTyped={draft.isTyped} onCancel={() => void cancel()} />}
    >
      <div className={styles.column}>
        {isOver && <StatusMark kind="info">{t('letter.requestOver')}</StatusMark>}
        {draft.isResumed && <StatusMark kind="info">{t('letter.resumed')}</StatusMark>}
        <Recipients context={context} draft={draft} />
        {keeping.isOffered && (
          <Checkbox
            checked={keeping.isKept}
            label={t('letter.keepContact', { name })}
            onChange={(_event, data) => keeping.setKept(data.checked === true)}
          />
        )}
        <LanguageChoice draft={draft} />
        <LetterLink draft={draft} />
        <LetterEditor text={draft.text} onText={draft.setText} language={draft.language} link={linkOf(draft.link)} name={shownName} />
        <LetterStandingMark draft={draft} />
        <MailActions
          name={shownName}
          isDisabled={draft.standing !== 'ready' || isOver}
          handOver={command.handOver}
          onDone={command.done}
        />
        <span className={styles.note}>{t('letter.nothingIsSent')}</span>
      </div>
    </Page>
  );
}

/** Whether a typed address is to be kept: offered for a reseller that has none, or another one than it had. */
function useKeptContact({ purpose, resellerId, contact }: LetterContext, { parts }: LetterDraft) {
  const [isKept, setKept] = useState(true);
  const isToReseller = resellerId !== undefined &&
    !['customer-relationship', 'customer-agreement', 'removal-customer', 'own-listing', 'partnership-reminder'].includes(purpose);
  const [first] = parts.to;
  const isOffered = isToReseller && first !== undefined && first !== contact?.email;
  return { isOffered, isKept: isOffered && isKept, setKept };
}

/** Another language writes the letter anew: what was typed is thrown away only when the person says so. */
function LanguageChoice({ draft }: { readonly draft: LetterDraft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [wanted, setWanted] = useState<LetterLanguage>();
  return (
    <>
      <Field label={t('letter.language')}>
        <Select
          value={draft.language}
          onChange={(_event, data) => {
            const language = LetterLanguage.parse(data.value);
            if (draft.isEdited) setWanted(language);
            else draft.rewrite(language);
          }}
        >
          {LetterLanguage.options.map((code) => <option key={code} value={code}>{format.language(code)}</option>)}
        </Select>
      </Field>
      <ConfirmDialog
        isOpen={wanted !== undefined}
        title={t('letter.rewrite.title')}
        confirmLabel={t('letter.rewrite.confirm')}
        cancelLabel={t('letter.rewrite.keep')}
        onCancel={() => setWanted(undefined)}
        onConfirm={() => {
          if (wanted !== undefined) draft.rewrite(wanted);
          setWanted(undefined);
        }}
      >
        {t('letter.rewrite.text')}
      </ConfirmDialog>
    </>
  );
}

/** Where the letter's link comes from, how old it is, and what to do where none is known. */
function LetterLink({ draft }: { readonly draft: LetterDraft }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { link, own } = draft;
  if (link === undefined || link.state === 'reading') return null;
  if (link.state === 'known') {
    return link.readAt === undefined ? null : <span className={styles.note}>{t('letter.linkAge')} <Age instant={link.readAt} /></span>;
  }
  if (link === own.link) return <OwnLinkField keep={own.keep} />;
  return (
    <>
      {link.failure !== undefined && <FailureMessage failure={link.failure} intent="warning" copy={copyText} />}
      <StatusMark kind="attention">{t('letter.linkNeedsNetwork')}</StatusMark>
    </>
  );
}

/** What still keeps the letter here, in words. */
function LetterStandingMark({ draft }: { readonly draft: LetterDraft }) {
  const { t } = useTranslation();
  const { standing } = draft;
  if (standing === 'ready' || standing === 'mail-link-lost') return null;
  return <span role="status"><StatusMark kind="attention">{t(`letter.standing.${standing}`)}</StatusMark></span>;
}
