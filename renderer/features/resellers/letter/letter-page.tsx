import { Mail20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { LetterPurpose } from '../../../../shared/domain/letter/letter.ts';
import { useLive } from '../../../platform/services.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { letterSetting, readKeptLetter } from './kept-letter.ts';
import { LetterComposer } from './letter-composer.tsx';
import { useLetterContext } from './use-letter-context.ts';
import type { AskedLetter } from './use-letter-context.ts';

/** A place inside the app, or the list of resellers: an address may be typed by anybody. */
const placeBack = (text: string | null): string => (text !== null && /^\/(?![/\\])/u.test(text) ? text : '/resellers');

/** Writes a letter: `resellers/write/:purpose?reseller=&customer=&request=&back=`. */
export function LetterPage() {
  const { t } = useTranslation();
  const params = useParams();
  const [search] = useSearchParams();
  const purpose = LetterPurpose.safeParse(params['purpose']);
  if (!purpose.success || purpose.data === 'partnership-request') {
    return (
      <Page title={t('letter.unknown')}>
        <EmptyState
          icon={<Mail20Regular />}
          title={t('letter.unknown')}
          text={t('letter.unknownHint')}
          actions={<LinkButton to="/resellers/request" appearance="primary">{t('partnershipRequest.title')}</LinkButton>}
        />
      </Page>
    );
  }
  const asked = {
    purpose: purpose.data, reseller: search.get('reseller'), customer: search.get('customer'),
    // What is done with any other letter says nothing about a request.
    request: purpose.data === 'partnership-reminder' ? search.get('request') : null,
  };
  return <AskedLetterPage key={JSON.stringify(asked)} asked={asked} back={placeBack(search.get('back'))} />;
}

function AskedLetterPage({ asked, back }: { readonly asked: AskedLetter; readonly back: string }) {
  const { t } = useTranslation();
  const context = useLetterContext(asked);
  const setting = letterSetting(asked);
  const opened = useLive(async (work) => ({ setting, kept: readKeptLetter(await work.setting(setting)) }), [setting]);
  if (context === undefined || opened === undefined) return <Page title={t(`letter.title.${asked.purpose}`)}><ListSkeleton /></Page>;
  return <LetterComposer context={context} opened={opened} back={back} />;
}
