import { MODEL_NAME } from './scripted-model.ts';

type Settings = Record<string, unknown>;

/** More chats than any audit has. */
const ALL_CHATS = 200;

/**
 * A person's settings (the JSON text that SillyTavern stores), changed as she might change them by hand: the welcome
 * of a first run is over, replies come from the model at `modelUrl` without a click, and the home page lists all her
 * chats instead of the last three.
 */
export function withModel(settings: string, modelUrl: string): Settings {
  const before = asSettings(JSON.parse(settings), 'the whole');
  return {
    ...before,
    firstRun: false,
    main_api: 'openai',
    power_user: { ...asSettings(before['power_user'], 'power_user'), auto_connect: true },
    oai_settings: {
      ...asSettings(before['oai_settings'], 'oai_settings'),
      chat_completion_source: 'custom',
      custom_url: modelUrl,
      custom_model: MODEL_NAME,
      stream_openai: true,
    },
    accountStorage: {
      ...asSettings(before['accountStorage'] ?? {}, 'accountStorage'),
      recentChatsSettings: JSON.stringify({
        maxDisplayed: ALL_CHATS,
        collapsedDisplayed: ALL_CHATS,
      }),
    },
  };
}

function asSettings(value: unknown, name: string): Settings {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(
    `SillyTavern’s settings have another shape than expected: ${name} should be an object, but is ${String(JSON.stringify(value))}.`,
  );
}
