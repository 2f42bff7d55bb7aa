import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

export interface LinkButtonProps {
  readonly to: string;
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'outline';
  readonly icon?: ReactElement;
  readonly size?: 'small' | 'medium' | 'large';
  /** Stands in for words where the icon is all there is room for: said by screen readers, shown on hover. */
  readonly label?: string;
  /** In a row of a table: the arrow keys lead to it, Tab passes it by. */
  readonly isInRow?: boolean;
  readonly children?: ReactNode;
}

/** A button that goes to another screen: a real link, so it can be reached and read as one. */
export function LinkButton({ to, appearance = 'secondary', icon, size = 'medium', label, isInRow = false, children }: LinkButtonProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return (
    <Button
      as="a" href={href} onClick={follow} appearance={appearance} size={size}
      {...(isInRow ? { tabIndex: -1 } : {})}
      {...(icon === undefined ? {} : { icon })}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
    >
      {children}
    </Button>
  );
}
