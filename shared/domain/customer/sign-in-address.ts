/** Where a customer's administrator signs in first: the Microsoft 365 admin center. */
export const customerSignInAddress = 'https://admin.microsoft.com';
