/** The person behind a user name, as a letter is signed: `giulia.rossi@own.example` is "Giulia Rossi". */
export const senderName = (userName: string): string =>
  userName
    .replace(/@.*$/u, '')
    .split(/[._-]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1))
    .join(' ');
