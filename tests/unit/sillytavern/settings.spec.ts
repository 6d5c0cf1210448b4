import { expect, test } from '@playwright/test';
import { withModel } from '../../../targets/sillytavern/settings.ts';

const FRESH = JSON.stringify({
  firstRun: true,
  username: 'User',
  main_api: 'koboldhorde',
  power_user: { auto_connect: false, theme: 'Dark' },
  oai_settings: { chat_completion_source: 'openai', temp_openai: 1, stream_openai: false },
});

test('a person’s settings lead to the model without a click and keep all else', () => {
  expect(withModel(FRESH, 'http://127.0.0.1:1/v1')).toEqual({
    firstRun: false,
    username: 'User',
    main_api: 'openai',
    power_user: { auto_connect: true, theme: 'Dark' },
    oai_settings: {
      chat_completion_source: 'custom',
      custom_url: 'http://127.0.0.1:1/v1',
      custom_model: 'scripted-echo',
      temp_openai: 1,
      stream_openai: true,
    },
    accountStorage: {
      recentChatsSettings: '{"maxDisplayed":200,"collapsedDisplayed":200}',
    },
  });
});

test('settings of another shape are refused with the part that differs', () => {
  expect(() => withModel('{"power_user":[],"oai_settings":{}}', 'http://127.0.0.1:1/v1')).toThrow(
    'power_user should be an object, but is []',
  );
  expect(() => withModel('{"power_user":{}}', 'http://127.0.0.1:1/v1')).toThrow(
    'oai_settings should be an object, but is undefined',
  );
});
