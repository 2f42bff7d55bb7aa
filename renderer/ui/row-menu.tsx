import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

export interface RowMenuProps {
  /** Whose menu it is, in words. */
  readonly label: string;
  /** Its entries. */
  readonly children: ReactNode;
}

/** What can be done with a row of a list. The arrow keys lead to it, Tab passes it by. */
export function RowMenu({ label, children }: RowMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" tabIndex={-1} icon={<MoreHorizontal16Regular />} aria-label={label} title={label} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
