import type { Locator, Page } from 'playwright-core';

/** How a person works the app: with the mouse, or with the keyboard alone. Every act waits for its control. */
export interface Hand {
  /** Presses a button, a link or a menu entry. */
  press(target: Locator): Promise<void>;
  /** Replaces what a field holds. */
  write(target: Locator, text: string): Promise<void>;
  /** Writes a day, `YYYY-MM-DD`, into a date field. */
  writeDay(target: Locator, day: string): Promise<void>;
  /** Chooses an entry of a list field by its words. */
  choose(target: Locator, label: string): Promise<void>;
  tick(target: Locator): Promise<void>;
  /** Opens the row of a table that holds the text. */
  openRow(table: Locator, text: string): Promise<void>;
  /** Opens a menu and chooses an entry. */
  chooseFromMenu(button: Locator, entry: Locator): Promise<void>;
}

/** Works with the mouse, and with the keyboard where one types. */
export function mouse(_page: Page): Hand {
  return {
    press: (target) => target.click(),
    write: async (target, text) => {
      await target.fill(text);
      await target.blur();
    },
    writeDay: (target, day) => target.fill(day),
    choose: async (target, label) => void (await target.selectOption({ label })),
    tick: (target) => target.check(),
    openRow: (table, text) => table.getByRole('row').filter({ hasText: text }).first().click(),
    chooseFromMenu: async (button, entry) => {
      await button.click();
      await entry.click();
    },
  };
}
