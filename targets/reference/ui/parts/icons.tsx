/** Line icons on a grid of 24, drawn in the text's colour. */
const PATHS = {
  clip: 'M19.5 11.5 12 19a5 5 0 0 1-7-7l8-8a3.3 3.3 0 0 1 4.7 4.7L10 16.4a1.6 1.6 0 0 1-2.3-2.3l7-7',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16.2 16.2 20 20',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  menu: 'M4 7h16M4 12h16M4 17h10',
  close: 'M6 6l12 12M18 6 6 18',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5',
  download: 'M12 4v11M8 11.5l4 4 4-4M5 19.5h14',
  pencil: 'M14.5 5.5l4 4L8 20H4v-4L14.5 5.5Z',
  trash: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.5 11v5M13.5 11v5',
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  leave: 'M14 4.5H7a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h7M11 12h9M17 8.5 20.5 12 17 15.5',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  again: 'M19 12a7 7 0 1 1-2-4.9L19.5 9.5M19.5 4.5v5h-5',
  check: 'M5 12.5 10 17.5 19 7',
  down: 'M12 5v14M6 13l6 6 6-6',
  updown: 'M8 9.5 12 5.5l4 4M8 14.5l4 4 4-4',
  warning: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17.2h.01',
  device: 'M4 5h16v11H4zM9 20h6M12 16v4',
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: what holds it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of the product, the same as the icon of its tab: an anchor. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="logo-ground" width="32" height="32" rx="8" />
      <circle class="logo-line" cx="16" cy="8.5" r="2.5" />
      <path class="logo-line" d="M16 11v14M11 14.5h10M7.5 18.5c.5 4.5 4 7 8.5 7s8-2.5 8.5-7" />
    </svg>
  );
}
