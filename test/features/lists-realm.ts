/**
 * jsdom has a Uint8Array of its own, while bytes that come through a MessagePort are Node's: a schema that asks for one
 * would refuse the other. Imported before everything that has such a schema.
 */
export const nodeBytes: unknown = Object.getPrototypeOf(Buffer);
Object.defineProperty(globalThis, 'Uint8Array', { value: nodeBytes, configurable: true, writable: true });
