import { Button, Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Send20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PlannedRow } from '../../../../shared/domain/bulk/plan.ts';
import type { Wish } from '../../../../shared/domain/bulk/wish.ts';
import type { Organization } from '../../../../shared/ports/organization.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { useConnectivity } from '../../../platform/services.tsx';
import type { Partners } from '../../../platform/use-partners.ts';
import { batchTitle } from '../../../text/batch-words.ts';
import { useFormat } from '../../../text/use-format.ts';
import { FailureMessage } from '../../../ui/failure-message.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { ListToolbar } from '../../../ui/list-toolbar.tsx';
import { Page } from '../../../ui/page.tsx';
import { askedText } from './asked-wish.ts';
import { changeChoice, forgetChoice } from './bulk-choice.ts';
import type { BulkChoice } from './bulk-choice.ts';
import { LineTable, PreviewTable } from './preview-table.tsx';
import { PreviewNotes } from './preview-notes.tsx';
import { batchPlanOf, useConfirmBatch } from './use-confirm-batch.ts';
import { usePreview } from './use-preview.ts';
import type { Preview } from './use-preview.ts';

const useStyles = makeStyles({
  footer: {
    display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'flex-end', flexShrink: 0, padding: '12px 0 0', marginTop: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  gap: { flexGrow: 1 },
  failure: { flexShrink: 0, paddingTop: '8px' },
});

export interface PreviewPageProps {
  readonly choice: BulkChoice;
  readonly wish: Wish;
  readonly partners: Partners;
  readonly organization: Organization | undefined;
}

/** Above this many rows their number must be typed. */
const mostWithoutTyping = 50;
const shownParts = ['all', 'doable', 'not', 'lines'] as const;
type ShownPart = (typeof shownParts)[number];

/** Everything a bulk change will do, row by row, before anything of it is sent. */
export function PreviewPage(props: PreviewPageProps) {
  const { t } = useTranslation();
  const { choice, wish } = props;
  const preview = usePreview(props);
  const asked = askedText(choice, wish);
  const title = t('bulk.preview.titleOf', { title: batchTitle(t, { kind: choice.kind, asked }) });
  return (
    <Page title={title} isFilled breadcrumbs={[{ label: t('nav.subscriptions'), to: '/subscriptions' }]}>
      {preview === undefined ? <ListSkeleton /> : <Loaded {...props} preview={preview} asked={asked} />}
    </Page>
  );
}

interface LoadedProps extends PreviewPageProps {
  readonly preview: Preview;
  readonly asked: Readonly<Record<string, string>>;
}

function Loaded({ choice, partners, preview, asked }: LoadedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [part, setPart] = useState<ShownPart>('all');
  const doable = preview.rows.filter(({ problem }) => problem === undefined);
  const rows = part === 'all' ? preview.rows : part === 'doable' ? doable : preview.rows.filter(({ problem }) => problem !== undefined);
  const chosen = doable.filter(({ key }) => !choice.takenOut.has(key));
  const count = t('bulk.preview.chosen', { count: chosen.length, shown: format.number(chosen.length), all: format.number(preview.rows.length) });
  const counts: Readonly<Record<ShownPart, number>> = {
    all: preview.rows.length, doable: doable.length, not: preview.rows.length - doable.length, lines: preview.unmatched.length,
  };
  return (
    <>
      <PreviewNotes
        rows={chosen} offers={preview.offers}
        unusedLines={part === 'lines' ? 0 : counts.lines} onShowLines={() => setPart('lines')}
      />
      <ListToolbar count={count}>
        <Select
          aria-label={t('bulk.preview.show')} value={part}
          onChange={(_event, { value }) => setPart(shownParts.find((one) => one === value) ?? 'all')}
        >
          {shownParts.filter((one) => one !== 'lines' || counts.lines > 0).map((one) => (
            <option key={one} value={one}>{t(`bulk.preview.part.${one}`, { shown: format.number(counts[one]) })}</option>
          ))}
        </Select>
      </ListToolbar>
      {part === 'lines' ? <LineTable lines={preview.unmatched} /> : (
        <PreviewTable
          rows={rows} offers={preview.offers} partners={partners} takenOut={choice.takenOut} resetKey={part}
          hasMoney={preview.rows.some(({ edits }) => edits.quantity !== undefined)}
        />
      )}
      <Confirm choice={choice} chosen={chosen} preview={preview} asked={asked} ownPartnerId={partners.ownPartnerId} />
    </>
  );
}

interface ConfirmProps {
  readonly choice: BulkChoice;
  readonly chosen: readonly PlannedRow[];
  readonly preview: Preview;
  readonly asked: Readonly<Record<string, string>>;
  readonly ownPartnerId: string | undefined;
}

function Confirm({ choice, chosen, preview, asked, ownPartnerId }: ConfirmProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { isOnline } = useConnectivity();
  const { confirm, isBusy, problem } = useConfirmBatch();
  const [typed, setTyped] = useState('');
  const count = chosen.length;
  const isTyped = count <= mostWithoutTyping || typed.trim() === String(count);
  const label = t(isOnline ? 'bulk.preview.change' : 'bulk.preview.queue', { count, shown: format.number(count) });
  const back = (): void => {
    if (choice.kind === 'undo') void navigate(`/subscriptions/bulk/${choice.undoes ?? ''}`);
    else changeChoice({ step: 'which' });
  };
  const cancel = (): void => {
    forgetChoice();
    void navigate('/subscriptions');
  };
  return (
    <>
      {problem !== undefined && <div className={styles.failure}><FailureMessage failure={problem} copy={copyText} /></div>}
      <div className={styles.footer}>
        <Button appearance="subtle" onClick={cancel}>{t('ui.cancel')}</Button>
        <span className={styles.gap} />
        {count > mostWithoutTyping && (
          <Field label={t('bulk.preview.typeNumber', { number: String(count) })}>
            <Input value={typed} inputMode="numeric" onChange={(_event, { value }) => setTyped(value)} />
          </Field>
        )}
        <Button onClick={back}>{t('ui.back')}</Button>
        <Button
          appearance="primary" icon={<Send20Regular />} disabledFocusable={count === 0 || !isTyped || isBusy}
          onClick={() => count > 0 && isTyped && void confirm(batchPlanOf(choice, asked, preview, ownPartnerId))}
        >
          {label}
        </Button>
      </div>
    </>
  );
}
