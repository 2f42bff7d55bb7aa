import { contextBridge, ipcRenderer } from 'electron';
import type { pullPortMessage } from '../shared/contract/contract.ts';
import type { AppBridge } from '../shared/contract/types.ts';
import { callNames, eventNames, pullPortChannel } from './ipc/channels.ts';

const calls: ReadonlySet<string> = new Set(callNames);
const events: ReadonlySet<string> = new Set(eventNames);
// The type keeps the text equal to the contract's without bringing its schemas into this bundle.
const portMessage: typeof pullPortMessage = 'provider-desk:pull-port';

const bridge: AppBridge = {
  async call(name, input) {
    if (!calls.has(name)) return { ok: false, error: { code: 'invalid-input' } };
    const reply: unknown = await ipcRenderer.invoke(name, input);
    return reply;
  },
  on(name, listener) {
    if (!events.has(name)) return () => undefined;
    const hear = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(name, hear);
    return () => void ipcRenderer.removeListener(name, hear);
  },
};

contextBridge.exposeInMainWorld('app', bridge);

// A port cannot pass the context bridge: it travels as a message of the window to itself.
ipcRenderer.on(pullPortChannel, (event, message: { readonly pullId: string }) => {
  window.postMessage({ type: portMessage, pullId: message.pullId }, window.location.origin, event.ports);
});
