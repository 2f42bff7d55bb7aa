import { Button } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

export interface LinkButtonProps {
  readonly to: string;
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'outline';
  readonly icon?: ReactElement;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children: ReactNode;
}

/** A button that goes to another screen: a real link, so it can be reached and read as one. */
export function LinkButton({ to, appearance = 'secondary', icon, size = 'medium', children }: LinkButtonProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return (
    <Button as="a" href={href} onClick={follow} appearance={appearance} size={size} {...(icon === undefined ? {} : { icon })}>
      {children}
    </Button>
  );
}
