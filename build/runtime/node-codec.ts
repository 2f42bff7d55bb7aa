import { createCodec } from './page/codec.ts';

/** The main process's end of the codec that the page also runs. */
export const nodeCodec = createCodec({
  toText: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  // A copy of its own: Buffer's pool must not be visible through `.buffer`.
  fromText: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});
