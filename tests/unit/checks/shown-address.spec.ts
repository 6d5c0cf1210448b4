import { expect, test } from '@playwright/test';
import { showingAddresses, shownAddress, shownPath } from '../../../checks/shown-address.ts';

test('An address is shown without what may be a token in it', () => {
  const token = 'token=s3cret';
  const shown = 'https://chat.test:8443/c/7';
  expect(shownAddress(`${shown}?${token}`)).toBe(shown);
  expect(shownAddress(`${shown}#${token}`)).toBe(shown);
  expect(shownAddress(`${shown};${token}`)).toBe(shown);
  expect(shownAddress(`https://chat.test:8443/c;${token};a=b/7?x#y`)).toBe(shown);
  expect(shownAddress(`https://alice:s3cret@chat.test:8443/c/7`)).toBe(shown);
  expect(shownPath(`${shown};${token}?${token}`)).toBe('/c/7');
});

test('Of a route behind the hash the words are shown, and nothing that may be a token', () => {
  const token = 's3cret-of-somebody';
  expect(shownPath(`https://chat.test/#/settings/devices?token=${token}`)).toBe(
    '/#/settings/devices',
  );
  expect(shownPath(`https://chat.test/app#!/c/${token};a=b?x`)).toBe('/app#!/c/…');
  expect(shownAddress(`https://chat.test/#/access_token=${token}&x=y`)).toBe(
    'https://chat.test/#/…',
  );
});

test('Of what is no address of a server, no content is shown', () => {
  expect(shownAddress('about:blank')).toBe('about:');
  expect(shownAddress('data:text/html,s3cret')).toBe('data:');
  expect(shownAddress('/c/7?token=s3cret')).toBe('/c/7');
});

test('Addresses inside a text are shown likewise', () => {
  const said =
    'net::ERR_CONNECTION_REFUSED at http://127.0.0.1:9/login;sid=s3cret?next=s3cret, and “ws://h/s#s3cret”';
  expect(showingAddresses(said)).toBe(
    'net::ERR_CONNECTION_REFUSED at http://127.0.0.1:9/login and “ws://h/s”',
  );
});
