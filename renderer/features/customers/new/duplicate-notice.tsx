import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../ui/text-link.tsx';
import type { Duplicate } from './use-duplicates.ts';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal' },
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
});

/** Customers that may be the one that is being added. In nobody's way: it is said, with the way to each. */
export function DuplicateNotice({ found }: { readonly found: readonly Duplicate[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div role="status">
      {found.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('newCustomer.duplicate.title', { count: found.length })}</MessageBarTitle>
            <ul className={styles.list}>
              {found.map(({ key, name, domain, why, where, to }) => (
                <li key={key} className={styles.line}>
                  <TextLink to={to}>{name || domain}</TextLink>
                  <span>{domain}</span>
                  <span>{t(`newCustomer.duplicate.why.${why}`)}</span>
                  <span>{t(`newCustomer.duplicate.where.${where}`)}</span>
                </li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
