import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { flushSync } from 'react-dom';
import { maximumCandidates } from '../../../../shared/domain/partnership/candidates.ts';
import { isUnsent } from '../../../../shared/domain/partnership/request.ts';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import { RecipientRow } from './recipient-row.tsx';
import { blankRow } from './request-draft.ts';
import type { DraftRow } from './request-draft.ts';
import type { RequestDraftState } from './use-request-draft.ts';

const useStyles = makeStyles({
  frame: { borderRadius: tokens.borderRadiusMedium, border: '2px dashed transparent' },
  over: { border: `2px dashed ${tokens.colorCompoundBrandStroke}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: '8px 0 0' },
  add: { marginTop: '4px' },
});

export interface RecipientListProps {
  readonly state: RequestDraftState;
  readonly isChecked: boolean;
  /** A file was dropped on the list. */
  readonly onFile: (file: File) => void;
}

/** Whom to ask: rows to type into; a file with a list may be dropped on it. */
export function RecipientList({ state, isChecked, onFile }: RecipientListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const { takeTarget, isOver } = useFileDrop(onFile);
  const { draft, change } = state;
  const onRow = useCallback(
    (row: DraftRow) => change((old) => ({ ...old, rows: old.rows.map((one) => (one.key === row.key ? row : one)) })),
    [change],
  );
  const onRemove = useCallback((key: string) => {
    change((old) => {
      const rows = old.rows.filter((one) => one.key !== key);
      return { ...old, rows: rows.length === 0 ? [blankRow()] : rows };
    });
    list.current?.focus();
  }, [change]);
  const add = (): void => {
    const row = blankRow();
    flushSync(() => change((old) => ({ ...old, rows: [...old.rows, row] })));
    list.current?.querySelector<HTMLInputElement>(`[data-row="${row.key}"] input`)?.focus();
  };
  const sent = new Set(
    state.requests
      .filter(({ id, state: stored }) => draft.requestIds.includes(id) && !isUnsent({ state: stored }) && stored !== 'withdrawn')
      .map(({ reseller }) => reseller.email.toLowerCase()),
  );
  return (
    <div>
      <div
        ref={takeTarget}
        className={mergeClasses(styles.frame, isOver && styles.over)}
      >
        <ol ref={list} className={styles.list} tabIndex={-1} aria-label={t('partnershipRequest.recipients')}>
          {draft.rows.map((row, index) => (
            <RecipientRow
              key={row.key}
              row={row}
              number={index + 1}
              problems={state.problems[index] ?? []}
              isChecked={isChecked || row.line !== undefined}
              isSent={sent.has(row.email.trim().toLowerCase())}
              otherwise={state.otherwise}
              onRow={onRow}
              onRemove={onRemove}
            />
          ))}
        </ol>
      </div>
      <Button className={styles.add} icon={<Add20Regular />} onClick={add} disabled={draft.rows.length >= maximumCandidates}>
        {t('partnershipRequest.addRow')}
      </Button>
      <p className={styles.note}>{t('partnershipRequest.partnerIdHint')}</p>
    </div>
  );
}
