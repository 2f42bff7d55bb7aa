import { hostMirror } from './mirror/mirror-host.ts';
import type { Line } from './mirror/mirror-rpc.ts';

// The types of a window stand in for those of a worker here: both post and hear messages the same way.
const line: Line = {
  postMessage: (message, transfer = []) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
};
hostMirror(line);
