import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';

/** More stops than any screen has: a control that is not reached by then cannot be reached. */
const mostStops = 200;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));

/** Goes on with Tab until the control has the keyboard; throws when it never gets it. */
async function reach(page: Page, target: Locator, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop <= mostStops; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not get to ${target.toString()}`);
}

/** The row of a table that the arrow keys stand on. */
const currentRow = (table: Locator): Promise<string> =>
  table.evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '');

/** Types a day into the parts of a date field, in the order of American English (the language of keyboard tests). */
const typedDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}${date}${year}`;
};

/** Works with the keyboard alone: Tab, arrows, Enter, Space and typing. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page;
  const press = async (target: Locator): Promise<void> => {
    await reach(page, target);
    await keys.press('Enter');
  };
  return {
    press,
    write: async (target, text) => {
      await reach(page, target);
      await keys.press('ControlOrMeta+a');
      await keys.type(text);
      await keys.press('Tab');
    },
    writeDay: async (target, day) => {
      await reach(page, target);
      await keys.type(typedDay(day));
    },
    choose: async (target, label) => {
      await reach(page, target);
      await keys.type(label);
    },
    tick: async (target) => {
      await reach(page, target);
      await keys.press('Space');
    },
    openRow: async (table, text) => {
      await table.getByRole('row').filter({ hasText: text }).first().waitFor();
      await reach(page, table);
      for (let stop = 0; stop <= mostStops && !(await currentRow(table)).includes(text); stop += 1) await keys.press('ArrowDown');
      await keys.press('Enter');
    },
    chooseFromMenu: async (button, entry) => {
      await press(button);
      await reach(page, entry, 'ArrowDown');
      await keys.press('Enter');
    },
  };
}
