// axe-core on every screen, in light and dark, in forced colours, on a phone, at 200 %.
'use strict';
const {assert} = require('./lib.cjs');

module.exports = async session => {
  const server = await session.start();
  const looks = {
    light: {}, dark: {colorScheme: 'dark'}, 'forced colours': {forcedColors: 'active', reducedMotion: 'reduce'},
    'phone of 360 px': {viewport: {width: 360, height: 640}}, '200 %': {viewport: {width: 700, height: 450}, deviceScaleFactor: 2},
  };
  let address = server.address;
  for (const [look, options] of Object.entries(looks)) {
    const page = await session.open(address, options);
    await page.getByRole('heading', {name: 'Заседания'}).waitFor();
    address = await server.again();
    const all = look === 'light'; // other looks change no structure
    await screen('the list');
    if (all) {
      await page.locator('details.new summary').click();
      await screen('a new meeting');
      await page.goto(new URL('/?q=нетничего', address).href);
      await screen('nothing found');
      await page.goto(new URL('/tools', address).href);
      await screen('other work');
    }
    await session.edit(page, 'meeting.toml');
    await page.locator('#sheets svg').first().waitFor({state: 'attached'});
    await screen('the form');
    if (all) {
      await session.show(page);
      await screen('the form, all open');
    }
    const side = page.locator('#tab-side');
    if (await side.isVisible()) {
      await side.click();
      await screen('the sheets');
    }
    await page.locator('#paper-text').click();
    await screen('the text');
    await page.context().close();

    async function screen(name) {
      await session.accessible(page, `${name}, ${look}`);
      const {wide, room} = await page.evaluate(() => ({wide: document.scrollingElement.scrollWidth, room: innerWidth}));
      assert.ok(wide <= room + 1, `${name}, ${look}: ${wide} px wide in a window of ${room}`);
    }
  }
};
