// The newcomer's way in Firefox, by WebDriver BiDi.
'use strict';
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  const server = await session.start();
  const page = await session.browser.newPage();
  session.pages.push(page);
  await page.setViewport({width: 1400, height: 900});
  page.on('pageerror', fault => session.wrong.push(String(fault)));
  await page.goto(server.address);
  await page.locator('::-p-text(Создать)').click();
  await until('the form', () => page.$('#form'));
  const [file] = session.files('.toml').filter(name => name !== 'council.toml');
  const field = '#fields .field[data-key="place"] [data-value]';
  await page.focus(field);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type('Зал в Firefox');
  await until('the value on the disk', () => session.read(file).includes('place = "Зал в Firefox"'));
  await until('the words on the sheet', () => page.$eval('#sheets', e => e.textContent.includes('Зал в Firefox')));
  const title = await page.evaluateHandle(() => {
    for (const d of document.querySelectorAll('#fields details')) d.open = true;
    const input = document.querySelector('#fields .field[data-key="agenda[0].title"] [data-value]');
    scrollBy({top: input.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant'});
    return input;
  });
  await until('the mouse selects text in an element of a list', async () => { // the page may still move
    const {x, y} = await title.boundingBox();
    await page.mouse.move(x + 14, y + 18);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 18, {steps: 5});
    await page.mouse.up();
    return title.evaluate(e => e.selectionEnd > e.selectionStart);
  });
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(face => face.status === 'loaded').length;
  });
  assert.ok(faces >= 2, `${faces} faces are loaded`);
  await page.locator('#print').click();
  await until('PDF and DOCX', () => session.files('.pdf').length === 1 && session.files('.docx').length === 1);
  for (const screen of ['/', '/tasks', '/tools', '/edit/' + encodeURIComponent(file), '/?q=нетничего']) {
    await page.goto(new URL(screen, server.address).href);
    await until(`a heading of ${screen}`, async () => (await page.$eval('h1', e => e.textContent)).trim() !== '');
    await session.accessible(page, `${screen} in Firefox`);
    for (const width of [1366, 360]) {
      await page.setViewport({width, height: 768});
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
      assert.ok(wide <= width + 1, `${screen} in Firefox: ${wide} px wide in a window of ${width}`);
    }
  }
};
