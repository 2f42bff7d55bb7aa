import { BuildingPeople20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Removal } from '../../../../shared/domain/partnership/removal.ts';
import { useLive } from '../../../platform/services.tsx';
import { usePartners } from '../../../platform/use-partners.ts';
import type { Partners } from '../../../platform/use-partners.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ListSkeleton } from '../../../ui/list-skeleton.tsx';
import { Page } from '../../../ui/page.tsx';
import { subjectOf } from '../reseller-subject.ts';
import type { ResellerSubject } from '../reseller-subject.ts';
import { removalOf } from './removal-steps.ts';
import { RemovalWizard } from './removal-wizard.tsx';
import { useRemovalImpact } from './use-removal-impact.ts';

/** The reseller by the list or by what was seen of it, else as its last removal names it. */
function removedSubject(id: string, { rows, sightings }: Partners, removals: readonly Removal[]): ResellerSubject | undefined {
  const known = subjectOf(id, rows, sightings);
  if (known !== undefined) return known;
  const removal = removals.find(({ resellerId }) => resellerId === id);
  return removal && { id: removal.resellerId, name: removal.name, partnerId: removal.partnerId, location: '' };
}

/** Remove a partnership (portal task T6). */
export function RemovalPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const partners = usePartners();
  const removals = useLive(({ partnerships }) => partnerships.removals(), []);
  if (partners === undefined || removals === undefined) return <Page title={t('removal.pageTitle')}><ListSkeleton /></Page>;
  const subject = removedSubject(id, partners, removals);
  if (subject === undefined) {
    return (
      <Page title={t('reseller.notFound')} breadcrumbs={[{ label: t('nav.resellers'), to: '/resellers' }]}>
        <EmptyState
          icon={<BuildingPeople20Regular />} title={t('reseller.notFound')} text={t('reseller.notFoundHint')}
          actions={<LinkButton to="/resellers" appearance="primary">{t('removal.toList')}</LinkButton>}
        />
      </Page>
    );
  }
  return (
    <KnownRemoval
      key={subject.id}
      subject={subject}
      removal={removalOf(removals, subject.id, subject.row !== undefined)}
      readAt={partners.readAt}
    />
  );
}

interface KnownRemovalProps {
  readonly subject: ResellerSubject;
  readonly removal: Removal | undefined;
  readonly readAt: string | undefined;
}

function KnownRemoval({ subject, removal, readAt }: KnownRemovalProps) {
  const { t } = useTranslation();
  const rehearsal = useRemovalImpact(subject);
  if (rehearsal === undefined) return <Page title={t('removal.title', { name: subject.name })}><ListSkeleton /></Page>;
  return <RemovalWizard subject={subject} removal={removal} rehearsal={rehearsal} readAt={readAt} />;
}
