import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';
import { TextLink } from '../../../ui/text-link.tsx';
import { offerPath } from './offer-path.ts';
import type { OfferAround } from './use-offer.ts';

const useStyles = makeStyles({
  words: { margin: '0 0 8px', maxWidth: '90ch' },
  list: { margin: 0, paddingLeft: '20px' },
});

/** What an add-on may stand under, by name; a base that this country does not sell keeps its ids. */
export function OfferBases({ around: { bases } }: { readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (bases.length === 0) return <Panel title={t('catalogue.bases')}>{t('catalogue.basesUnknown')}</Panel>;
  return (
    <Panel title={t('catalogue.bases')}>
      <p className={styles.words}>{t('catalogue.basesHint')}</p>
      <ul className={styles.list}>
        {bases.map(({ sku, offer }) => (
          <li key={sku}>
            {offer === undefined ? t('catalogue.notSoldHere', { sku }) : <TextLink to={offerPath(offer.key)}>{offer.title}</TextLink>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The add-ons of a plan. */
export function OfferAddons({ around: { addons } }: { readonly around: OfferAround }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Panel title={t('catalogue.addons')}>
      <ul className={styles.list}>
        {addons.map(({ key, title }) => <li key={key}><TextLink to={offerPath(key)}>{title}</TextLink></li>)}
      </ul>
    </Panel>
  );
}
