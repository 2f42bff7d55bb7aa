import * as react from 'react';

/**
 * React's development build takes a stack for each element it makes, up to ten thousand a second, to name in a warning who made it: a
 * quarter of what a test of a long form costs. No test reads them; the warnings themselves stay. React asks this count before it takes one.
 */
const internals: unknown = Reflect.get(react, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
if (typeof internals === 'object' && internals !== null) {
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Infinity,
    set: () => {
      // React counts, and begins anew every second: the count stays beyond what it allows.
    },
  });
}
