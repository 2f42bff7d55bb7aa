import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { isRequestOpen } from '../../../shared/domain/partnership/request.ts';
import { usePartners } from '../../platform/use-partners.ts';
import { needsPerson, useRequests } from './requests/use-requests.ts';
import { isBad } from './reseller-rules.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex', flexWrap: 'wrap', gap: '4px', listStyleType: 'none', margin: '0 0 12px', padding: 0, flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'block', padding: '8px 12px', color: tokens.colorNeutralForeground2, textDecorationLine: 'none',
    borderBottom: '3px solid transparent', borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, borderBottomLeftRadius: 0, borderBottomRightRadius: 0,
    borderBottom: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
});

/** The parts of the resellers' area, with how many requests are open or need a person and how many Partner IDs are not good. */
export function ResellersTabs() {
  const styles = useStyles();
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const requests = useRequests() ?? [];
  const open = requests.filter(({ request }) => isRequestOpen(request)).length;
  const asking = requests.filter(needsPerson).length;
  const bad = usePartners()?.rows.filter((row) => isBad(row) || row.partnerId === '').length ?? 0;
  const openLabel = asking === 0 ? t('resellerTabs.requestsOpen', { count: open }) : t('resellerTabs.requestsAsk', { count: asking, open });
  const tabs = [
    { to: '/resellers', label: t('resellerTabs.list') },
    { to: '/resellers/requests', label: open === 0 ? t('resellerTabs.requests') : openLabel },
    { to: '/resellers/partner-ids', label: bad === 0 ? t('resellerTabs.partnerIds') : t('resellerTabs.partnerIdsBad', { count: bad }) },
    { to: '/resellers/listing', label: t('resellerTabs.listing') },
  ];
  return (
    <nav aria-label={t('resellerTabs.label')}>
      <ul className={styles.list}>
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className={mergeClasses(styles.link, pathname === to && styles.current)}
              {...(pathname === to ? { 'aria-current': 'page' } : {})}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
