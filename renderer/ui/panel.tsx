import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  panel: {
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1, padding: '12px 16px 16px', minWidth: 0,
  },
  waiting: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  attention: { border: `1px solid ${tokens.colorPaletteMarigoldBorderActive}` },
  head: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px', marginBottom: '4px', flexWrap: 'wrap' },
  title: {
    margin: 0, flexGrow: 1, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
});

export interface PanelProps {
  readonly title: string;
  /** `waiting`: not yet on the server (dashed). `attention`: needs a person (amber). Say so in words inside as well. */
  readonly tone?: 'plain' | 'waiting' | 'attention';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a screen. */
export function Panel({ title, tone = 'plain', actions, children }: PanelProps) {
  const styles = useStyles();
  const id = useId();
  const edge = tone === 'waiting' ? styles.waiting : tone === 'attention' ? styles.attention : undefined;
  return (
    <section className={mergeClasses(styles.panel, edge)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
