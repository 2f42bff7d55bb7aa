import { Breadcrumb, BreadcrumbDivider, BreadcrumbItem, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const useStyles = makeStyles({
  page: {
    display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, minWidth: 0,
    // Little height (zoomed in): heading and body scroll together, or there is no room for the body.
    // A wizard's buttons stay at the foot; what has the focus must not stand behind them.
    '@media (max-height: 520px)': { overflowY: 'auto', scrollPaddingBottom: '80px' },
  },
  header: {
    display: 'flex', alignItems: 'flex-end', flexWrap: 'wrap', columnGap: '16px', rowGap: '8px',
    padding: '16px 24px 12px', flexShrink: 0,
  },
  titles: { flexGrow: 1, minWidth: '200px', flexBasis: '240px' },
  heading: {
    margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere', ':focus': { outlineStyle: 'none' },
  },
  subtitle: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  crumbs: {
    marginBottom: '2px', fontSize: tokens.fontSizeBase200,
    '& a': { color: tokens.colorNeutralForeground2, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  body: {
    flexGrow: 1, minHeight: 0, minWidth: 0, padding: '4px 24px 24px', overflow: 'auto',
    '@media (max-height: 520px)': { overflow: 'visible', flexShrink: 0 },
  },
  filled: {
    display: 'flex', flexDirection: 'column', paddingBottom: '12px', overflow: 'hidden',
    '@media (max-height: 520px)': { overflow: 'visible', flexShrink: 0 },
  },
});

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

export interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly breadcrumbs?: readonly Crumb[];
  /** Buttons on the right of the heading, the main one last. */
  readonly actions?: ReactNode;
  /** The body does not scroll; one of its children does (a table). */
  readonly isFilled?: boolean;
  /** Stands beside the screen's own page (a list beside a detail): a lesser heading that leaves focus and window title alone. */
  readonly isSide?: boolean;
  readonly children: ReactNode;
}

/** A screen: heading (gets the focus when the screen is entered), way back, actions, body. Sets the window title. */
export function Page({ title, subtitle, breadcrumbs, actions, isFilled = false, isSide = false, children }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useTranslation();
  // Before the page is seen: later it would take the keyboard from who is quick and already in a field.
  useLayoutEffect(() => {
    if (!isSide) heading.current?.focus({ preventScroll: true });
  }, [isSide]);
  useEffect(() => {
    if (!isSide) document.title = t('app.windowTitle', { page: title });
  }, [isSide, title, t]);
  const Heading = isSide ? 'h2' : 'h1';
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div className={styles.titles}>
          {breadcrumbs !== undefined && <Crumbs crumbs={breadcrumbs} />}
          <Heading ref={heading} tabIndex={-1} className={styles.heading}>{title}</Heading>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={mergeClasses(styles.body, isFilled && styles.filled)}>{children}</div>
    </div>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Breadcrumb size="small" className={styles.crumbs} aria-label={t('ui.breadcrumbs')}>
      {crumbs.map((crumb) => (
        <Fragment key={crumb.to}>
          <BreadcrumbItem><Link to={crumb.to}>{crumb.label}</Link></BreadcrumbItem>
          <BreadcrumbDivider />
        </Fragment>
      ))}
    </Breadcrumb>
  );
}
