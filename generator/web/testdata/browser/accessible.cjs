// axe-core on every screen that the router of the server has, in light and dark, in forced colours, on a phone, at 200 %.
'use strict';
const {assert, fs, path, until} = require('./lib.cjs');

// routes are the patterns of pages in the source of the server; others send no pages.
function routes() {
  const source = fs.readFileSync(path.join(__dirname, '../../web.go'), 'utf8');
  const all = [...source.matchAll(/"GET (\/[^"]*)"/g)].map(m => m[1]);
  assert.ok(all.length > 8, `routes: ${all}`);
  return all.filter(route => !/^\/(api|fonts|assets|paper|schema)\//.test(route));
}

// routeOf is the pattern of an address.
function routeOf(address) {
  const {pathname} = new URL(address);
  if (pathname === '/') return '/{$}';
  return pathname.replace(/^\/edit\/.*/, '/edit/{file...}').replace(/^\/tools\/.*/, '/tools/{list...}');
}

module.exports = async session => {
  session.expected = / 4(04|09|22) /;
  const server = await session.start();
  const looks = {
    light: {}, dark: {colorScheme: 'dark'}, 'forced colours': {forcedColors: 'active', reducedMotion: 'reduce'},
    'phone of 360 px': {viewport: {width: 360, height: 640}}, '200 %': {viewport: {width: 700, height: 450}, deviceScaleFactor: 2},
  };
  // What a look can change, if it is not the first: a narrow window hides and shows other
  // parts, in colours of their own; one of 700 px shows those of 360 px.
  const contrast = {runOnly: ['color-contrast']};
  const targets = {runOnly: ['target-size', 'scrollable-region-focusable']};
  const rules = {
    dark: contrast, 'forced colours': contrast,
    '200 %': targets,
  };
  let address = server.address;
  const shown = new Set();
  const stranger = await session.open(new URL('/', address).href);
  await stranger.getByText('Откройте адрес').waitFor();
  await session.accessible(stranger, 'the way in');
  await stranger.context().close();
  for (const [look, options] of Object.entries(looks)) {
    const page = await session.open(address, options);
    await page.getByRole('heading', {name: 'Заседания'}).waitFor();
    address = await server.again();
    const all = ['light', 'dark'].includes(look);
    await screen('the list');
    if (all) {
      await page.locator('details.new > summary').click();
      await screen('a new meeting');
      await page.goto(new URL('/?q=нетничего', address).href);
      await screen('nothing found');
      await page.goto(new URL('/edit/нет.toml', address).href);
      await screen('no such file');
      await page.goto(new URL('/tasks', address).href);
      await screen('assignments');
      await page.goto(new URL('/help?q=дата', address).href);
      await screen('help');
      await page.goto(new URL('/tools', address).href);
      await screen('other work');
      await outcomes();
      await page.goto(new URL('/', address).href);
      await page.getByRole('button', {name: 'Настройки папки'}).click();
      await page.locator('#fields h2').first().waitFor();
      await screen('settings');
      await session.edit(page, 'council.toml');
      await screen('a body');
    }
    if (!all) {
      for (const other of ['/tasks', '/tools', '/tools/list.csv', '/help']) {
        await page.goto(new URL(other, address).href);
        await screen(other);
      }
    }
    await session.edit(page, 'meeting.toml');
    await page.locator('#sheets svg').first().waitFor({state: 'attached'});
    if (look !== 'dark') await screen('the form'); // shown open below
    if (look === 'phone of 360 px') {
      await session.show(page);
      await session.accessible(page, 'cells of tables on a phone', ['#fields'], targets);
    }
    if (options.viewport && await page.locator('.views').isVisible()) { // only narrow windows have them
      await page.emulateMedia({colorScheme: 'dark'});
      await session.accessible(page, `the way to the sheets, ${look}, dark`, ['.top'], contrast);
      await page.emulateMedia({colorScheme: 'light'});
    }
    if (all) {
      await session.show(page);
      await screen('the form, all open', ...look === 'light' ? ['#fields'] : []);
      await page.locator('#all-cases div *').first().waitFor();
      await screen('case forms', '#all-cases');
      await faults();
    }
    const side = page.locator('#tab-side');
    if (await side.isVisible()) {
      await side.click();
      await screen('the sheets');
    }
    await page.locator('#paper-text').click();
    await screen('the text', '.views', '#side');
    await page.context().close();

    // outcomes shows what the work on papers says, good and bad.
    async function outcomes() {
      const files = {'t-verify': {name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 no')},
        't-batch': {name: 'список.csv', mimeType: 'text/csv', buffer: Buffer.from('Кому;ИНН\nООО «А»;5\n')},
        't-source': {name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no')}};
      for (const [id, file] of Object.entries(files)) {
        const part = page.locator(`section[aria-labelledby=${id}]`);
        await part.locator('input[type=file]').first().setInputFiles(file);
        await part.locator('button.main').first().click();
        await part.locator('.outcome, .fault, #mapping').first().waitFor();
      }
      await page.locator('section[aria-labelledby=t-verify] summary').first().click();
      await screen('outcomes');
    }

    // faults shows errors beside fields, a value that was not taken, a conflict, and a file
    // that cannot be read.
    async function faults() {
      const text = session.read('meeting.toml');
      const date = session.field(page, 'date');
      await date.fill('31.02.2026');
      await date.blur();
      await session.field(page, 'chair').fill('Никто');
      await page.locator('#problems li.error').first().waitFor();
      await page.locator('#saved.wrong').waitFor();
      await screen('errors', '#problems', '.field:has([aria-invalid=true])', '#saved');
      await until('the chair on disk', () => session.read('meeting.toml').includes('Никто'));
      await page.route('**/api/state?*', route => route.fulfill({status: 204})); // the change must be news
      await page.waitForResponse('**/api/state?*'); // the one before has been answered, too
      session.write('meeting.toml', text.replace(/^chair = .*$/m, 'chair = "Их человек"'));
      await session.field(page, 'chair').fill('Наш человек');
      await page.locator('#conflict').waitFor({state: 'visible'});
      await screen('a conflict', '#conflict');
      await page.unroute('**/api/state?*');
      session.write('meeting.toml', text + '\n[[agenda\n');
      await page.reload();
      await page.locator('#broken').waitFor({state: 'visible'});
      await screen('a broken file');
      session.write('meeting.toml', text);
      await page.reload();
      await until('the sheet again', () => page.locator('#sheets svg').first().isVisible());
    }

    // screen checks a screen, or the parts of it that are new.
    async function screen(name, ...parts) {
      shown.add(routeOf(page.url()));
      await session.accessible(page, `${name}, ${look}`, parts.length > 0 ? parts : undefined, rules[look]);
      const {wide, room, moves} = await page.evaluate(() => ({wide: document.scrollingElement.scrollWidth, room: innerWidth,
        moves: document.getAnimations().length || getComputedStyle(document.documentElement).scrollBehavior === 'smooth'}));
      assert.ok(!options.reducedMotion || !moves, `${name}, ${look}: something moves`);
      assert.ok(wide <= room + 1, `${name}, ${look}: ${wide} px wide in a window of ${room}`);
    }
  }
  assert.deepEqual([...shown].sort(), routes().sort(), 'every page of the router has been looked at');
};
