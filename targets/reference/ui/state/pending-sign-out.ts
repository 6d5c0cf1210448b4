/** A sign-out that the server has not confirmed, in products whose page leaves all the same and repeats it later. */
const KEY = 'harbour.sign-out';

export function keepSignOut(): void {
  localStorage.setItem(KEY, 'unconfirmed');
}

export function isSignOutPending(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function forgetSignOut(): void {
  localStorage.removeItem(KEY);
}
