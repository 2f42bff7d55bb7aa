/** The day before today where the test runs, `YYYY-MM-DD`: a day on which an agreement may have been accepted. */
export function yesterday(): string {
  const now = new Date();
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
  return [day.getFullYear(), `${day.getMonth() + 1}`.padStart(2, '0'), `${day.getDate()}`.padStart(2, '0')].join('-');
}
