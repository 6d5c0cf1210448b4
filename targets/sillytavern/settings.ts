import { MODEL_NAME } from './scripted-model.ts';

type Settings = Record<string, unknown>;

/**
 * A person's settings (the JSON text that SillyTavern stores), changed so that replies come from `modelUrl` without
 * a click: the welcome of a first run is over, and the page connects to the model by itself.
 */
export function withModel(settings: string, modelUrl: string): Settings {
  const before = asSettings(JSON.parse(settings), 'the settings');
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
  };
}

function asSettings(value: unknown, name: string): Settings {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(
    `SillyTavern’s settings have another shape than expected: ${name} should be an object, but is ${JSON.stringify(value)}.`,
  );
}
