import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFileText } from '../../../platform/read-file-text.ts';
import { useFileDrop } from '../../../ui/use-file-drop.ts';
import { changeAsked } from './bulk-choice.ts';
import type { BulkChoice } from './bulk-choice.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start', padding: '12px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  body: { whiteSpace: 'normal' },
  hidden: { display: 'none' },
  note: { margin: 0 },
});

/** Thousands of subscriptions with all that is said of each. */
const largestTable = 10_000_000;

/** A table of subscriptions or customers, dropped or chosen; what of it was understood. */
export function FileChoice({ choice: { file, kind } }: { readonly choice: BulkChoice }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<'tooLarge' | 'empty' | 'noWishes'>();
  const take = async (chosen: File): Promise<void> => {
    const text = await readFileText(chosen, largestTable);
    // asked for now and then: the library is read then
    const { hasWishes, readChanges } = await import('../../../../shared/domain/bulk/read-changes.ts');
    const read = text === undefined ? undefined : readChanges(text);
    const isSilent = read !== undefined && kind === 'table' && !hasWishes(read);
    setProblem(read === undefined ? 'tooLarge' : read.lines.length === 0 ? 'empty' : isSilent ? 'noWishes' : undefined);
    changeAsked({ file: read === undefined || read.lines.length === 0 || isSilent ? undefined : { name: chosen.name, read } });
  };
  const { takeTarget, isOver } = useFileDrop((dropped) => void take(dropped));
  const columns = file?.read.columns.map((column) => t(`bulk.column.${column}`)).join(', ') ?? '';
  const unused = file?.read.unusedColumns.join(', ') ?? '';
  return (
    <div ref={takeTarget} className={mergeClasses(styles.box, isOver && styles.over)}>
      <p className={styles.note}>{t(kind === 'table' ? 'bulk.file.hintTable' : 'bulk.file.hint')}</p>
      <Button icon={<ArrowUpload20Regular />} onClick={() => picker.current?.click()}>{t('bulk.file.choose')}</Button>
      <input
        ref={picker} className={styles.hidden} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-label={t('bulk.file.choose')} tabIndex={-1}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen !== undefined) void take(chosen);
        }}
      />
      <div role="status">
        {problem !== undefined && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody className={styles.body}>{t(`bulk.file.${problem}`)}</MessageBarBody>
          </MessageBar>
        )}
        {file !== undefined && (
          <>
            <p className={styles.note}>{t('bulk.file.read', { name: file.name, count: file.read.lines.length })}</p>
            <p className={styles.note}>
              {columns === '' ? t('bulk.file.noHeadings') : t('bulk.file.columns', { columns })}
            </p>
            {unused !== '' && <p className={styles.note}>{t('bulk.file.unused', { columns: unused })}</p>}
          </>
        )}
      </div>
    </div>
  );
}
