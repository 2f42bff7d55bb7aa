import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFieldGrid } from '../../../ui/field-grid.ts';
import { useFormat } from '../../../text/use-format.ts';
import { Panel } from '../../../ui/panel.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { LetterEditor } from '../letter/letter-editor.tsx';
import { OwnLinkField } from '../letter/own-link-field.tsx';
import { linkOf } from '../letter/use-own-link.ts';
import { daysProblems } from './request-draft.ts';
import { typedMessage } from './request-messages.ts';
import type { LanguageMessage, RequestDraftState } from './use-request-draft.ts';

const useStyles = makeStyles({ note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 } });

/** The text of the requests, one for each language, and how long to wait for an answer. */
export function MessageStep({ state }: { readonly state: RequestDraftState }) {
  const { t } = useTranslation();
  const grid = useFieldGrid();
  const { draft, change, own } = state;
  const wrong = daysProblems(draft);
  const days = (field: 'remindAfterDays' | 'expiresAfterDays', label: string, most: number) => (
    <Field
      label={label}
      {...(wrong[field] === undefined ? {} : {
        validationState: 'error',
        validationMessage: wrong[field] === 'wrong'
          ? t('partnershipRequest.daysWrong', { most })
          : t('partnershipRequest.expiresTooSoon', { remind: draft.remindAfterDays.trim() }),
      })}
    >
      <Input
        type="number" min="1" max={most} value={draft[field]} aria-invalid={wrong[field] !== undefined}
        onChange={(_event, data) => change((old) => ({ ...old, [field]: data.value }))}
      />
    </Field>
  );
  return (
    <>
      {own.link.state === 'missing' && <OwnLinkField keep={own.keep} />}
      {state.messages.map((message) => <MessagePanel key={message.language} message={message} state={state} />)}
      <Panel title={t('partnershipRequest.waiting')}>
        <div className={grid.grid}>
          {days('remindAfterDays', t('partnershipRequest.remindAfter'), 90)}
          {days('expiresAfterDays', t('partnershipRequest.expiresAfter'), 365)}
        </div>
      </Panel>
    </>
  );
}

function MessagePanel({ message, state }: { readonly message: LanguageMessage; readonly state: RequestDraftState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { language, rows, problem } = message;
  const count = rows.length;
  return (
    <Panel title={t('partnershipRequest.messageTitle', { language: format.language(language), count, shown: format.number(count) })}>
      <p className={styles.note}>
        {count === 1
          ? t('partnershipRequest.nameFilled', { name: rows[0]?.name ?? '' })
          : t('partnershipRequest.namePlace', { place: '{{name}}' })}
      </p>
      <LetterEditor
        text={message.message}
        language={language}
        link={linkOf(state.own.link)}
        onText={(text) => state.change((old) => ({ ...old, messages: { ...old.messages, [language]: typedMessage(text, rows) } }))}
      />
      {problem !== undefined && problem !== 'mail-link-lost' && (
        <span role="status"><StatusMark kind="refused">{t(`letter.standing.${problem}`)}</StatusMark></span>
      )}
    </Panel>
  );
}
