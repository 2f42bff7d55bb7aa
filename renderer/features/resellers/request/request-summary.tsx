import { Subtitle2, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../text/use-format.ts';
import { FactList } from '../../../ui/fact-list.tsx';
import { SendPlan } from '../../../ui/send-plan.tsx';
import { linkOf } from '../letter/use-own-link.ts';
import { typedRows } from './request-draft.ts';
import type { RequestDraftState } from './use-request-draft.ts';

const useStyles = makeStyles({ frame: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** Beside the form: how many, in which languages, and what will happen by whose hand. */
export function RequestSummary({ state }: { readonly state: RequestDraftState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { draft, messages, own, requests } = state;
  const mine = new Set<string>(draft.requestIds);
  const sent = requests.filter(({ id, state: stored }) => mine.has(id) && (stored === 'sent' || stored === 'accepted')).length;
  return (
    <div className={styles.frame}>
      <Subtitle2 as="h2" block>{t('partnershipRequest.summary')}</Subtitle2>
      <FactList
        facts={[
          { label: t('partnershipRequest.recipients'), value: format.number(typedRows(draft.rows).length) },
          {
            label: t('partnershipRequest.languages'),
            value: messages.map(({ language, rows }) => `${format.language(language)} (${format.number(rows.length)})`).join(', '),
          },
          {
            label: t('partnershipRequest.link'),
            value: t(linkOf(own.link) === undefined ? 'partnershipRequest.linkUnknown' : 'partnershipRequest.linkKnown'),
          },
          { label: t('partnershipRequest.sentSoFar'), value: format.number(sent) },
        ]}
      />
      <SendPlan
        isUntitled
        steps={[
          { id: 'prepare', text: t('partnershipRequest.plan.prepare') },
          { id: 'send', text: t('partnershipRequest.plan.send'), note: t('partnershipRequest.plan.sendNote') },
          { id: 'watch', text: t('partnershipRequest.plan.watch') },
        ]}
      />
    </div>
  );
}
