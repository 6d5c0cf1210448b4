import { expect, test } from '@playwright/test';
import { ConversationPage } from '../../../pages/conversation-page.ts';
import { asTarget } from '../endings/little-product.ts';

test('what a list holds only while it is scrolled to is read, too', async ({ page }) => {
  await page.setContent(`<main><div id="list" style="height: 50vh; overflow: auto; position: relative">
    <div id="all"></div></div></main><script>
    const HEIGHT = 100;
    const draw = () => {
      all.style.height = 20 * HEIGHT + 'px';
      const first = Math.floor(list.scrollTop / HEIGHT);
      const shown = Math.ceil(list.clientHeight / HEIGHT);
      all.innerHTML = '';
      for (let row = first; row < Math.min(20, first + shown); row += 1)
        all.innerHTML += '<p style="position: absolute; top: ' + row * HEIGHT + 'px">word' + row + 'x</p>';
    };
    list.onscroll = onresize = draw;
    draw();
  </script>`);
  const found = await new ConversationPage(page, asTarget(page.url())).readAnywhere([
    'word0x',
    'word19x',
  ]);
  expect(found.map(({ word }) => word)).toEqual(['word0x', 'word19x']);
});
