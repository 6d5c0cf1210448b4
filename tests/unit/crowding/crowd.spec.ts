import { LIMITS_FOR_PEOPLE } from '../../../targets/reference/limits.ts';
import { startReference } from '../../../targets/reference/start.ts';
import { expect, test } from '@playwright/test';
import { crowdAt } from './little-browser.ts';

const UI = { script: '', style: '' };

for (const [mechanism, flaw] of [
  ['cookie', undefined],
  ['token', 'abandonedAnswerGoesToTheNext'],
] as const) {
  test(`sessions without a page speak at once, with what each was issued itself: ${mechanism}, ${flaw ?? 'sound'}`, async () => {
    const chatbot = await startReference({
      ...{ mechanism, ui: UI, passwordCost: 1024, replyPauseMs: 1, limits: LIMITS_FOR_PEOPLE },
      ...(flaw ? { flaw } : {}),
    });
    try {
      const { throughApi, oneAfterTheOther, atOnce } = await crowdAt(chatbot, 5);
      const { mostAtOnce, ...told } = throughApi;
      expect(told).toEqual({ asked: 5, joined: 5, messages: 15, abandoned: 3, lost: 0 });
      expect(mostAtOnce).toBeGreaterThan(1);
      expect(oneAfterTheOther).toEqual([]);
      expect(atOnce.length > 0).toBe(flaw !== undefined);
    } finally {
      await chatbot.close();
    }
  });
}
