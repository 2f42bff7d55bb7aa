import { Button, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import { isCandidateError, languageOf } from '../../../../shared/domain/partnership/candidates.ts';
import type { CandidateProblem } from '../../../../shared/domain/partnership/candidates.ts';
import { useFormat } from '../../../text/use-format.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { DraftRow } from './request-draft.ts';

const useStyles = makeStyles({
  row: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' } },
  // Two lines where the wizard is narrow, one where there is room for it.
  fields: {
    display: 'grid', gap: '6px', gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    '@media (min-width: 1500px)': { gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 5fr) 112px minmax(0, 3fr) 32px' },
  },
  half: { gridColumn: 'span 6', minWidth: 0, '@media (min-width: 1500px)': { gridColumn: 'auto' } },
  third: { gridColumn: 'span 4', minWidth: 0, '@media (min-width: 1500px)': { gridColumn: 'auto' } },
  rest: { gridColumn: 'span 2', justifySelf: 'end', '@media (min-width: 1500px)': { gridColumn: 'auto' } },
  list: { listStyleType: 'none', margin: '6px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
});

export interface RecipientRowProps {
  readonly row: DraftRow;
  /** Counted from one. */
  readonly number: number;
  readonly problems: readonly CandidateProblem[];
  /** Mistakes are shown once the person tried to go on, or the row came from a list. */
  readonly isChecked: boolean;
  /** Its request was sent: it stays as it is. */
  readonly isSent: boolean;
  readonly otherwise: LetterLanguage;
  readonly onRow: (row: DraftRow) => void;
  readonly onRemove: (key: string) => void;
}

const fieldOf: Readonly<Partial<Record<CandidateProblem, keyof DraftRow>>> = {
  'email-invalid': 'email', 'name-missing': 'name', 'partner-id-malformed': 'partnerId', 'own-partner-id': 'partnerId', duplicate: 'email',
};

/** One recipient to type, with what is to be said about it below. */
function Recipient({ row, number, problems, isChecked, isSent, otherwise, onRow, onRemove }: RecipientRowProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const shown = problems.filter((problem) => isChecked || !isCandidateError(problem));
  const wrong = new Set(shown.map((problem) => fieldOf[problem]));
  const input = (field: 'name' | 'email' | 'partnerId', label: string, shownLabel = label) => (
    <Input
      className={styles.half}
      value={row[field]}
      type={field === 'email' ? 'email' : 'text'}
      inputMode={field === 'partnerId' ? 'numeric' : field === 'email' ? 'email' : 'text'}
      maxLength={254}
      disabled={isSent}
      placeholder={shownLabel}
      aria-label={t('partnershipRequest.cell', { field: label, number })}
      aria-invalid={wrong.has(field)}
      {...(shown.length > 0 ? { 'aria-describedby': id } : {})}
      onChange={(_event, data) => onRow({ ...row, [field]: data.value })}
    />
  );
  return (
    <li className={styles.row} data-row={row.key}>
      <div className={styles.fields}>
        {input('name', t('partnershipRequest.name'))}
        {input('email', t('partnershipRequest.email'))}
        <Select
          className={styles.third}
          value={languageOf(row, otherwise)}
          disabled={isSent}
          aria-label={t('partnershipRequest.cell', { field: t('partnershipRequest.language'), number })}
          onChange={(_event, data) => onRow({ ...row, language: data.value })}
        >
          {LetterLanguage.options.map((code) => <option key={code} value={code}>{format.language(code)}</option>)}
        </Select>
        {input('partnerId', t('reseller.partnerId'), t('partnershipRequest.partnerIdOptional'))}
        <Button
          className={styles.rest}
          appearance="subtle" icon={<Delete20Regular />} disabled={isSent}
          aria-label={t('partnershipRequest.removeRow', { name: row.name.trim() || String(number) })}
          onClick={() => onRemove(row.key)}
        />
      </div>
      {(shown.length > 0 || isSent) && (
        <ul id={id} className={styles.list}>
          {isSent && <li><StatusMark kind="ok">{t('partnershipRequest.rowSent')}</StatusMark></li>}
          {shown.map((problem) => (
            <li key={problem}>
              <StatusMark kind={isCandidateError(problem) ? 'refused' : 'attention'}>
                {t(`candidate.problem.${problem}`, { text: row.language, language: format.language(otherwise) })}
              </StatusMark>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

const isAlike = (a: RecipientRowProps, b: RecipientRowProps): boolean =>
  a.row === b.row && a.number === b.number && a.problems.join() === b.problems.join() && a.isChecked === b.isChecked &&
  a.isSent === b.isSent && a.otherwise === b.otherwise && a.onRow === b.onRow && a.onRemove === b.onRemove;

/** Drawn anew only when it changed: there may be hundreds of them. */
export const RecipientRow = memo(Recipient, isAlike);
