import { Button, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { TableSettings20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { readKept } from '../../../shared/kept-json.ts';
import { useLive, useServices } from '../../platform/services.tsx';

/** Columns that may be left out; the name is always there. */
export const customerColumns = ['domain', 'reseller', 'country', 'relationship', 'tenantId'] as const;
export type CustomerColumn = (typeof customerColumns)[number];

const settingName = 'customers.columns';
const Chosen = z.array(z.enum(customerColumns));
const usual: readonly CustomerColumn[] = ['domain', 'reseller', 'country'];

const read = (text: string | undefined): readonly CustomerColumn[] => readKept(Chosen, text) ?? usual;

/** The columns of the list as they were chosen last, on this computer for this account. */
export function useChosenColumns(): readonly CustomerColumn[] {
  return useLive(async (work) => read(await work.setting(settingName)), []) ?? usual;
}

/** Which columns the list has. */
export function ColumnChoice() {
  const { t } = useTranslation();
  const { work } = useServices();
  const chosen = useChosenColumns();
  const choose = (checked: readonly string[]): void =>
    void work.saveSetting(settingName, JSON.stringify(customerColumns.filter((column) => checked.includes(column))));
  return (
    <Menu checkedValues={{ columns: [...chosen] }} onCheckedValueChange={(_event, data) => choose(data.checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<TableSettings20Regular />}>{t('customer.columns')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {customerColumns.map((column) => (
            <MenuItemCheckbox key={column} name="columns" value={column}>{t(`customer.${column}`)}</MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
