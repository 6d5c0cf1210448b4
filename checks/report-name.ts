/** What `REPORT_NAME` may be: the name of one folder, and no way out of the folder of the reports. */
export const REPORT_NAME = {
  pattern: /^[A-Za-z0-9][\w.-]*$/,
  rule: 'letters, digits, dots, dashes and underscores, the first a letter or a digit',
} as const;
