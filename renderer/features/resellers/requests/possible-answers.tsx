import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PartnershipRequest, RequestStep } from '../../../../shared/domain/partnership/request.ts';
import type { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import { useServices } from '../../../platform/services.tsx';
import { Panel } from '../../../ui/panel.tsx';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } });

export interface PossibleAnswersProps {
  readonly request: PartnershipRequest;
  readonly answers: readonly Sighting[];
  /** The question is answered and goes away: the keyboard needs another place. */
  readonly onAnswered: () => void;
}

/** Resellers of the list that may have answered: only a person can say which one was asked, or that none of them was. */
export function PossibleAnswers({ request, answers, onAnswered }: PossibleAnswersProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { work } = useServices();
  const say = async (step: RequestStep): Promise<void> => {
    onAnswered();
    await work.partnerships.advance(request.id, step);
  };
  return (
    <Panel title={t('requests.isItThis')} tone="attention">
      <p>{t('requests.isItThisHint', { name: request.reseller.name })}</p>
      <div className={styles.row}>
        {answers.map(({ id, name, partnerId }) => (
          <Button key={id} onClick={() => void say({ name: 'accepted', resellerId: id })}>
            {t('requests.itIs', { name, partnerId: partnerId === '' ? '–' : partnerId })}
          </Button>
        ))}
        <Button appearance="subtle" onClick={() => void say({ name: 'not-these', resellerIds: answers.map(({ id }) => id) })}>
          {t('requests.noneOfThese', { count: answers.length })}
        </Button>
      </div>
    </Panel>
  );
}
