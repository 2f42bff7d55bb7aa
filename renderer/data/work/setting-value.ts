/** The text a stored row of the settings holds, if it is one. */
export const settingValue = (row: unknown): string | undefined =>
  typeof row === 'object' && row !== null && 'value' in row && typeof row.value === 'string' ? row.value : undefined;
