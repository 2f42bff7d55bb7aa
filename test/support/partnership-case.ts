/** What the journey of a partnership is played with: companies of the practice tenant's seed. */
export const partnershipCase = {
  /** Onboarded in CSP, no partner yet. */
  prospect: {
    name: 'Olivastri Cloud Partner S.p.A.', partnerId: '5101480', email: 'partner@olivastri.example', language: 'it',
  },
  /** A second one, asked in German and without a Partner ID. */
  second: { name: 'Jägerndorf Netzwerke GmbH', partnerId: '5101517', email: 'csp@jaegerndorf.example', language: 'de' },
  suspended: { name: 'Aurelmèc Cloud Partner Società Cooperativa', partnerId: '5100888' },
  unsigned: { name: 'Süderholz Datentechnik GmbH & Co. KG', partnerId: '5100481' },
  /** Good, with customers and subscriptions: its partnership is ended. */
  leaving: { name: 'Valdorsa Informatica S.n.c.', partnerId: '5100000', email: 'csp@valdorsa.example' },
} as const;
