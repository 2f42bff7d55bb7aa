import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  jumps: { display: 'flex', flexWrap: 'wrap', gap: '4px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
  section: { borderRadius: tokens.borderRadiusLarge, ':focus': { outlineStyle: 'none' } },
});

const elementId = (id: string): string => `section-${id}`;

export interface SectionJumpsProps {
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** Leads the keyboard to a section without a way through all before it. */
export function SectionJumps({ sections }: SectionJumpsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <nav className={styles.jumps} aria-label={t('customer.sections')}>
      {sections.map(({ id, title }) => (
        <Button key={id} size="small" appearance="subtle" onClick={() => document.getElementById(elementId(id))?.focus()}>{title}</Button>
      ))}
    </nav>
  );
}

/** A part of the page that can be jumped to. */
export function Section({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return <div id={elementId(id)} tabIndex={-1} className={styles.section}>{children}</div>;
}
