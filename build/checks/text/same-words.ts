/**
 * Words that are the same in Italian: names of products and companies, terms that Partner Center itself leaves in English,
 * and words that Italian writes alike. An Italian sentence equal to the English one must consist of these alone.
 */
export const sameWords: readonly string[] = [
  'Provider Desk', 'Government Community Cloud', 'Partner Center', 'Partner ID', 'Microsoft', 'Microsoft Cloud', 'MPN', 'CSP', 'MCA', 'CRN',
  'SKU', 'MFA', 'API', 'ID', 'URL', 'CSV', 'JSON', 'HTTP', 'Tenant', 'Tenant ID', 'Email', 'Password', 'File', 'Offline', 'Online', 'Account',
  'OK', 'No', 'GUID', 'UTC', 'Home', 'onmicrosoft.com', 'Ctrl', 'K', 'MIT', 'Chromium', 'Electron', 'Browser', 'Computer',
];
