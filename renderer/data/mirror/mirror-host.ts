import type { AccountId } from '../../../shared/ids.ts';
import { toCrossing } from './mirror-rpc.ts';
import type { Line, MirrorReply, MirrorRequest } from './mirror-rpc.ts';
import { openMirrorStore } from './mirror-store.ts';
import type { MirrorStore } from './mirror-store.ts';

type Call = Extract<MirrorRequest, { type: 'call' }>;

async function answer(store: MirrorStore, { id, method, args }: Call): Promise<MirrorReply> {
  try {
    const value: unknown = await Reflect.apply(store[method], store, args);
    return { type: 'answered', id, value };
  } catch (error) {
    return { type: 'failed', id, error: toCrossing(error) };
  }
}

/** The worker's end of the line: opens one account's store and answers calls to it. Every error goes to the caller. */
export function hostMirror(line: Line): void {
  let opening: Promise<MirrorStore> | undefined;
  const open = async (accountId: AccountId): Promise<void> => {
    try {
      opening = openMirrorStore(accountId);
      const store = await opening;
      store.subscribe((topics) => line.postMessage({ type: 'changed', topics }));
      line.postMessage({ type: 'opened' });
    } catch (error) {
      line.postMessage({ type: 'open-failed', error: toCrossing(error) });
    }
  };
  line.addEventListener('message', (event: MessageEvent<MirrorRequest>) => {
    const request = event.data;
    if (request.type === 'open') void open(request.accountId);
    else void opening?.then((store) => answer(store, request)).then((reply) => line.postMessage(reply));
  });
}
