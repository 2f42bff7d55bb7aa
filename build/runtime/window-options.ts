/** A window's place and size in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly webSecurity?: boolean;
  readonly webviewTag?: boolean;
}

/** The constructor options that mean something here; others are accepted and have no effect. */
export interface WindowOptions extends Partial<Bounds> {
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
}

/** The runtime runs hardened windows only, as the app's window must be. */
export const refuseWeak = (preferences: WebPreferences): void => {
  const isHard =
    preferences.sandbox === true && preferences.contextIsolation === true && preferences.nodeIntegration !== true &&
    preferences.webSecurity !== false && preferences.webviewTag !== true;
  if (!isHard) {
    throw new Error('not provided by the Chromium runtime: a window without sandbox and contextIsolation set to true');
  }
};
