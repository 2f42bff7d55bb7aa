import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { EndChoice } from '../../../../shared/domain/renewal/choice.ts';
import { moneyOfEnds } from '../../../../shared/domain/renewal/money-of-ends.ts';
import type { Instant } from '../../../../shared/instant.ts';
import { copyText } from '../../../platform/copy-text.ts';
import type { End } from '../../../platform/read-ends.ts';
import { useFormat } from '../../../text/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import type { Column } from '../../../ui/data-table.tsx';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { changesOf, effectsOf } from './end-effects.ts';
import type { EndEffect } from './end-effects.ts';
import { costSource, costWords, fateWords, moneyWords, productOf } from './end-words.ts';
import { useEndChoice } from './use-end-choice.ts';
import type { ChoiceDone } from './use-end-choice.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, flexGrow: 1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '90ch', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', flexShrink: 0, padding: '8px 0' },
});

export interface EndingPreviewProps {
  readonly ends: readonly End[];
  readonly choice: EndChoice;
  readonly now: Instant;
  readonly onDone: (done: ChoiceDone) => void;
  readonly onBack: () => void;
}

/** Every chosen end with what the choice does to it and what it costs then, before anything goes into the outbox. */
export function EndingPreview({ ends, choice, now, onDone, onBack }: EndingPreviewProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const command = useEndChoice();
  const effects = effectsOf(ends, choice, now);
  const kept = effects.filter(({ problem }) => problem === undefined);
  // that it ends is sure once the service shows it: until then the other way is what may have to be paid
  const money = moneyOfEnds(kept.map(({ cost, end }) => (choice === 'end' ? end.renewal.withoutRenewal.cost : cost)));
  const title = t(`ending.preview.title.${choice}`, { count: ends.length });
  const confirm = async (): Promise<void> => {
    const done = await command.confirm(choice, effects, now);
    if (done !== undefined) onDone(done);
  };
  return (
    <section className={styles.box} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{t(`ending.preview.what.${choice}`)}</p>
      <DataTable
        label={title}
        columns={columns}
        rowCount={effects.length}
        rowAt={(index) => effects[index]}
        rowKey={({ end }) => end.key}
        tone={({ problem, notes }) => (problem !== undefined || notes.length > 0 ? 'attention' : 'plain')}
      />
      {command.problem !== undefined && <FailureMessage failure={command.problem} copy={copyText} />}
      {kept.length === 0 && <p className={styles.text} role="status">{t('ending.preview.nothing')}</p>}
      <div className={styles.foot}>
        {kept.length > 0 && (
          <span>
            {t(choice === 'end' ? 'ending.preview.totalEnd' : 'ending.preview.total', { money: moneyWords(format, money) })}
            {money.unknown > 0 && ` · ${t('ending.preview.unpriced', { count: money.unknown })}`}
          </span>
        )}
        {kept.length > 0 && (
          <Button appearance="primary" disabledFocusable={command.isBusy} onClick={() => void confirm()}>
            {t(changesOf(kept).length > 0 ? 'ending.preview.confirm' : 'ending.preview.note_only')}
          </Button>
        )}
        <Button onClick={onBack}>{t('ending.preview.back')}</Button>
      </div>
    </section>
  );
}

function useColumns(): readonly Column<EndEffect>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const doneWords = ({ problem, edits, notes }: EndEffect): string => {
    if (problem !== undefined) return t(`ending.preview.problem.${problem}`);
    const { autoRenewEnabled, atTermEnd = autoRenewEnabled === undefined ? 'noted' : autoRenewEnabled ? 'on' : 'off' } = edits;
    const sent = t(`ending.preview.send.${atTermEnd}`);
    return [sent, ...notes.map((note) => t(`ending.preview.note.${note}`))].join('; ');
  };
  return [
    { id: 'customer', header: t('ending.column.customer'), width: 'minmax(120px, 1fr)', cell: ({ end }) => end.row.customerName },
    { id: 'product', header: t('ending.column.product'), width: 'minmax(140px, 1.2fr)', cell: ({ end }) => productOf(end) },
    {
      id: 'seats', header: t('ending.column.seats'), width: '80px', align: 'end',
      cell: ({ end }) => format.number(end.row.subscription.quantity),
    },
    { id: 'ends', header: t('ending.column.ends'), width: '110px', cell: ({ end }) => format.date(end.renewal.decideBy) },
    {
      id: 'nothing', header: t('ending.column.cost'), width: '184px', align: 'end',
      cell: ({ end: { renewal } }) => <span title={costSource(t, format, renewal.cost)}>{costWords(t, format, renewal.cost)}</span>,
    },
    {
      id: 'after', header: t('ending.preview.column.after'), width: '156px',
      cell: ({ fate, problem, end }) => {
        const { sign, short, words } = fateWords(t, problem === undefined ? fate : end.renewal.fate);
        return <span title={words}><StatusMark kind={sign}>{short}</StatusMark></span>;
      },
    },
    {
      id: 'cost', header: t('ending.preview.column.cost'), width: '184px', align: 'end',
      cell: ({ cost, problem }) => (problem === undefined ? <span title={costSource(t, format, cost)}>{costWords(t, format, cost)}</span> : '–'),
    },
    { id: 'sent', header: t('ending.preview.column.sent'), width: 'minmax(220px, 2fr)', cell: doneWords },
  ];
}
