import { afterEach } from 'vitest';
import { Profile } from './outbox-desk.ts';

const profiles: Profile[] = [];
afterEach(async () => {
  for (const profile of profiles.splice(0)) await profile.close();
});

/** A profile with its outbox, closed after the test. */
export function newProfile(): Profile {
  const profile = new Profile();
  profiles.push(profile);
  return profile;
}
