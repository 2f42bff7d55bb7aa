import type { Rule } from '../rule.ts';
import { isAt, pathOf } from '../rule.ts';

interface ClosedImport {
  readonly from: string;
  /** Names that are closed; absent means the whole module. */
  readonly names?: readonly string[];
  readonly places: readonly string[];
  readonly reason: string;
}

/** What only a few files may import, so that each dangerous ability of the machine has one place to read. */
export const closedImports: readonly ClosedImport[] = [
  {
    from: 'electron', names: ['ipcMain'], places: ['electron/ipc/register.ts'],
    reason: 'every call is registered through the contract (decision D9)',
  },
  {
    from: 'electron', names: ['ipcRenderer', 'contextBridge'], places: ['electron/preload.ts'],
    reason: 'the preload script alone touches the raw channel',
  },
  {
    from: 'electron', names: ['shell'], places: ['electron/links.ts', 'electron/window.ts', 'electron/mail/system-mail.ts'],
    reason: 'links leave the app through one guarded function (decision D10)',
  },
  { from: 'electron', names: ['safeStorage'], places: ['electron/secrets/'], reason: 'secrets have one home (decision D8)' },
  {
    from: 'electron', names: ['clipboard'], places: ['electron/clipboard/'],
    reason: 'the clipboard is cleared in one place (decision D8)',
  },
  {
    from: 'electron', places: ['electron/', 'build/runtime/'],
    reason: 'the machine is reached through the main process only',
  },
  {
    from: 'dexie', places: ['renderer/data/', 'test/data/', 'test/bench/', 'test/support/'],
    reason: 'the store stands behind a port (decision D17)',
  },
  {
    from: 'dexie-react-hooks', places: ['renderer/data/', 'renderer/platform/'],
    reason: 'the store stands behind a port (decision D17)',
  },
];

/** Closed modules and names are imported only where the table says. */
export const closedImportsRule: Rule = {
  create(context) {
    const path = pathOf(context);
    return {
      ImportDeclaration(node) {
        if (path.startsWith('test/') && node.importKind === 'type') return;
        for (const closed of closedImports) {
          if (node.source.value !== closed.from || closed.places.some((place) => isAt(path, place))) continue;
          const { names } = closed;
          const isHit =
            names === undefined ||
            node.specifiers.some((one) =>
              one.type === 'ImportSpecifier'
                ? names.includes(one.imported.type === 'Identifier' ? one.imported.name : one.imported.value)
                : one.type === 'ImportNamespaceSpecifier',
            );
          if (!isHit) continue;
          const what = names?.join(', ') ?? `'${closed.from}'`;
          context.report({
            node,
            message: `${what} may be imported only in ${closed.places.join(', ')}: ${closed.reason}`,
          });
        }
      },
    };
  },
};
