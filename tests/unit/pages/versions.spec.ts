import { expect, test } from '../endings/little-product.ts';

/** A conversation that forks twice, the second time in its newer branch alone; the newest is shown. */
const FORKS = `<main id=log></main><textarea></textarea><script>
  const versions = { first: ['alpha', 'beta'], second: ['gamma', 'delta'] };
  const shown = { first: 1, second: 1 };
  const fork = (name) => '<p>' + versions[name][shown[name]] + '</p><div><button aria-label="Previous" onclick="leaf(' +
    "'" + name + "'" + ', -1)">‹</button><span>' + (shown[name] + 1) + ' / 2</span><button aria-label="Next">›</button></div>';
  const leaf = (name, by) => { shown[name] = Math.max(0, shown[name] + by); draw(); };
  const draw = () => { log.innerHTML = fork('first') + (shown.first ? fork('second') : '<p>omega</p>'); };
  draw();
</script><nav><button>Previous</button> page 1</nav>`;

test('What stands in other versions of a conversation is leafed to, fork by fork', async ({
  openProduct,
}) => {
  const { chat } = await openProduct({ '/': FORKS });
  expect(await chat.readVersions(['alpha', 'gamma', 'omega', 'elsewhere'])).toEqual([
    'gamma',
    'alpha',
    'omega',
  ]);
});

test('A page without versions is left as it is', async ({ openProduct }) => {
  const { chat, page } = await openProduct({
    '/': `<main>alpha</main><nav><button onclick="document.title = 'pressed'">Previous</button></nav>`,
  });
  expect(await chat.readVersions(['beta'])).toEqual([]);
  expect(await page.title()).toBe('little');
});
