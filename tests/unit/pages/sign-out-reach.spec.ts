import { reachOfSignOut } from '../../../pages/sign-out-reach.ts';
import { asTarget, expect, test } from '../endings/little-product.ts';

const BELOW = '<div style="height: 3000px"></div><button>Sign out</button>';
const MENU = `<button onclick="menu.hidden = !menu.hidden">Account</button>
  <menu id=menu hidden><li role=menuitem>Sign out</li></menu>`;

test('The way out in a menu in sight counts, though the page has another one further down', async ({
  openProduct,
}) => {
  const { page, menu } = await openProduct({ '/': MENU + BELOW });
  const reach = await reachOfSignOut(page, asTarget(page.url()), menu);
  expect(reach).toEqual({ reachedBy: 'in a menu', withoutScrolling: true });
});

test('What stands in a component is in the window where the component is', async ({
  openProduct,
}) => {
  const { page, menu } = await openProduct({
    '/': `<x-bar></x-bar><script>
      const bar = document.querySelector('x-bar').attachShadow({ mode: 'open' });
      bar.innerHTML = '<x-menu></x-menu>';
      bar.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<button>Sign out</button>';
    </script>`,
  });
  const reach = await reachOfSignOut(page, asTarget(page.url()), menu);
  expect(reach).toEqual({ reachedBy: 'in sight', withoutScrolling: true });
});

test('A way out that stands further down alone is out of sight', async ({ openProduct }) => {
  const { page, menu } = await openProduct({ '/': `<button>Menu</button>${BELOW}` });
  const reach = await reachOfSignOut(page, asTarget(page.url()), menu);
  expect(reach).toEqual({ reachedBy: 'in sight', withoutScrolling: false });
});
