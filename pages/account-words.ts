/** Words that stand around the name of a place, and change nothing of where it leads. */
const AROUND =
  'my|your|the|a|an|and|of|to|for|in|on|go|open|view|see|manage|edit|all|active|other|signed|logged|connected|user|general|personal|data|info|information|details|controls|options|page|tab|menu|center|overview|activity|access|where|you|re|are|log|sign|login|signin|s|icon|person|people|lock|shield|key|gear|cog|tune|cmd|ctrl|shift|mein|meine|dein|deine|ihre|und|verwalten|öffnen|aktive|angemeldete|mon|ma|mes|votre|vos|le|la|les|l|d|du|de|des|et|mettre|à|jour|gérer|voir|ouvrir|actif|actifs|active|actives|connecté|connectés|ouvertes|autres|utilisateur|informations|personnelles|générales|généraux';

/** Of the languages whose words stand here. */
const LETTER = 'a-zà-öø-ÿ';

/**
 * Names that are made of such words alone, one of them naming the place. More than those would be the title of something,
 * as in “Which device should I buy”, or an act, as in “Delete account”.
 *
 * Neither icon ligatures nor signs count, nor how many there are: `manage_accounts Account ⌘,`, `Devices (3)`.
 */
const named = (place: string, around = AROUND): RegExp =>
  new RegExp(
    `^(?=.*(?<![${LETTER}])(${place})(?![${LETTER}]))([^${LETTER}0-9]*(${place}|${around})(?![${LETTER}0-9]))+[^${LETTER}0-9]*\\d{0,2}[^${LETTER}0-9]*$`,
    'is',
  );

const ACCOUNT =
  'accounts?|settings|profile|preferences|konto|einstellungen|profil|comptes?|paramètres|réglages|préférences';
/** “Session” alone may be what a product calls a conversation, and “device” a word of its title. */
const PARTS =
  '(device|session|sign[ -]?in|log[ -]?in) (management|list|history|activity)|where you.{0,2}re (signed|logged) in|security|sessions|devices|browsers|passwords?|privacy|logins|sicherheit|geräte|sitzungen|passwort|datenschutz|sécurité|appareils|mots? de passe|confidentialité|connexions';

/** Where products keep what belongs to the account. */
export const PLACES = named(ACCOUNT, `${AROUND}|${PARTS}`);

/** The parts of such a page. */
export const SECTIONS = named(PARTS, `${AROUND}|${ACCOUNT}`);

export const CHANGE_PASSWORD = named(
  'passwords?|passphrase|passwort|kennwort|mot de passe',
  `${AROUND}|change|update|set|new|reset|ändern|changer|modifier|nouveau|réinitialiser`,
);
