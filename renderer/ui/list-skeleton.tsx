import { Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({ rows: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 0' } });

/** Stands for a list of which nothing was ever seen; never shown where there is cached data. */
export function ListSkeleton({ rows = 8 }: { readonly rows?: number }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Skeleton className={styles.rows} aria-label={t('ui.loading')}>
      {Array.from({ length: rows }, (_unused, index) => <SkeletonItem key={index} size={24} />)}
    </Skeleton>
  );
}
