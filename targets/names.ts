/** The chatbots that the harness brings along, by the name that `TARGET` takes. */
export const TARGET_NAMES = ['reference', 'sillytavern'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];
