import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink, textDecorationLine: 'none', borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inline: { textDecorationLine: 'underline' },
});

export interface TextLinkProps {
  readonly to: string;
  /** Stands in running text: underlined, because colour alone would not tell it from the words around it. */
  readonly isInline?: boolean;
  readonly children: ReactNode;
}

/** A link to another screen. */
export function TextLink({ to, isInline = false, children }: TextLinkProps) {
  const styles = useStyles();
  return <Link to={to} className={mergeClasses(styles.link, isInline && styles.inline)}>{children}</Link>;
}
