import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  stage: {
    minHeight: '100%', height: '100%', overflow: 'auto', display: 'grid', placeItems: 'center', padding: '24px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  card: {
    width: '100%', maxWidth: '620px', boxSizing: 'border-box', padding: '32px 40px', borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow16, display: 'flex',
    flexDirection: 'column', gap: '16px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  title: {
    margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
});

/** A page before the frame is there: one card in the middle of the window. */
export function CentreCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = t('app.windowTitle', { page: title });
  }, [title, t]);
  return (
    <main className={styles.stage}>
      <div className={styles.card}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
