/** The provider itself, for the account chip and the rule "never your own Partner ID". */
export interface Organization {
  readonly companyName: string;
  readonly tenantId: string;
  readonly domain: string;
  readonly country: string;
  readonly partnerId: string;
  readonly email?: string;
  readonly address?: string;
  /** get-legal-business-profile */
  readonly legal?: { readonly companyName: string; readonly address: string; readonly contact: string; readonly vettingStatus: string };
  /** get-support-profile */
  readonly support?: { readonly email: string; readonly telephone: string; readonly website: string };
}
