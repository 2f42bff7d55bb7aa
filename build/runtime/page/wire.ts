import type { Packed } from './codec.ts';

/** What the page tells the runtime, one JSON text a message. */
export type FromPage =
  | { readonly k: 'hello'; readonly url: string }
  | { readonly k: 'invoke'; readonly id: number; readonly channel: string; readonly args: Packed }
  | { readonly k: 'send'; readonly channel: string; readonly args: Packed; readonly ports: readonly number[] }
  | { readonly k: 'port'; readonly id: number; readonly data: Packed }
  | { readonly k: 'port-close'; readonly id: number }
  | { readonly k: 'look'; readonly isDark: boolean; readonly isHighContrast: boolean }
  | { readonly k: 'place'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  | { readonly k: 'focus'; readonly isFocused: boolean }
  | { readonly k: 'shortcut'; readonly index: number }
  | { readonly k: 'preload-error'; readonly message: string };

/** What the runtime tells the page. */
export type ToPage =
  | { readonly k: 'reply'; readonly id: number; readonly value: Packed }
  | { readonly k: 'failure'; readonly id: number; readonly message: string }
  | { readonly k: 'event'; readonly channel: string; readonly args: Packed; readonly ports: readonly number[] }
  | { readonly k: 'port'; readonly id: number; readonly data: Packed }
  | { readonly k: 'port-close'; readonly id: number }
  | { readonly k: 'shortcuts'; readonly list: readonly Shortcut[] };

/** One key combination of the application menu; `key` is KeyboardEvent.key in lower case. */
export interface Shortcut {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** Facts about this run that the page side needs before any script of the page. */
export interface PageConfig {
  readonly binding: string;
  readonly receiver: string;
  readonly hostSuffix: string;
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string>>;
}
