/** What the help answers (portal task T11). */
export const helpTopics = ['agreement', 'enrolment', 'partner-id', 'roles', 'access', 'removal', 'places'] as const;
export type HelpTopic = (typeof helpTopics)[number];

const learn = 'https://learn.microsoft.com/partner-center';

/** Microsoft's page for each answer, without a language in its address: the browser's own is shown. */
export const helpPages: Readonly<Record<HelpTopic, string>> = {
  agreement: `${learn}/enroll/mpa-indirect-provider-faq`,
  enrolment: `${learn}/enroll/indirect-reseller-tasks-in-partner-center`,
  'partner-id': `${learn}/developer/validate-reseller-partner-of-record`,
  roles: `${learn}/permissions-overview`,
  access: `${learn}/customers/gdap-introduction`,
  removal: `${learn}/customers/indirect-provider-tasks-in-partner-center`,
  places: `${learn}/customers/indirect-provider-tasks-in-partner-center`,
};
