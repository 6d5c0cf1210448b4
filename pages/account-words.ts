/** Words that stand around the name of a place, and change nothing of where it leads. */
const AROUND =
  'my|your|the|a|an|and|of|to|for|in|on|go|open|view|see|manage|edit|all|active|other|signed|logged|connected|user|general|personal|data|info|information|details|controls|options|page|tab|menu|center|overview|activity|access|where|you|re|are|log|sign|login|signin|s|icon|person|people|lock|shield|key|gear|cog|tune|cmd|ctrl|shift|mein|meine|dein|deine|ihre|und|verwalten|öffnen|aktive|angemeldete';

/**
 * Names that are made of such words alone, one of them naming the place. More than those would be the title of something,
 * as in “Which device should I buy”, or an act, as in “Delete account”.
 *
 * Neither icon ligatures nor signs count, nor how many there are: `manage_accounts Account ⌘,`, `Devices (3)`.
 */
const named = (place: string, around = AROUND): RegExp =>
  new RegExp(
    `^(?=.*(?<![a-z])(${place})(?![a-z]))([^a-zäöü0-9]*(${place}|${around})(?![a-zäöü0-9]))+[^a-zäöü0-9]*\\d{0,2}[^a-zäöü0-9]*$`,
    'is',
  );

const ACCOUNT = 'accounts?|settings|profile|preferences|konto|einstellungen|profil';
/** “Session” alone may be what a product calls a conversation, and “device” a word of its title. */
const PARTS =
  '(device|session|sign[ -]?in|log[ -]?in) (management|list|history|activity)|where you.{0,2}re (signed|logged) in|security|sessions|devices|browsers|passwords?|privacy|logins|sicherheit|geräte|sitzungen|passwort|datenschutz';

/** Where products keep what belongs to the account. */
export const PLACES = named(ACCOUNT, `${AROUND}|${PARTS}`);

/** The parts of such a page. */
export const SECTIONS = named(PARTS, `${AROUND}|${ACCOUNT}`);

export const CHANGE_PASSWORD = named(
  'passwords?|passphrase|passwort|kennwort',
  `${AROUND}|change|update|set|new|reset|ändern`,
);
