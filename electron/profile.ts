import { mkdirSync, realpathSync } from 'node:fs';
import { app } from 'electron';

/** The profile folder of this run: PROVIDER_DESK_PROFILE where it is set, else the system's place for the app's data. */
export function chooseProfile(): string {
  const wanted = process.env['PROVIDER_DESK_PROFILE'];
  if (wanted !== undefined && wanted !== '' && !app.commandLine.hasSwitch('user-data-dir')) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    app.setPath('userData', realpathSync(wanted));
  }
  return app.getPath('userData');
}
