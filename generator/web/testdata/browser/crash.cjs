// The program is killed repeatedly during typing: every value that the page called saved is in
// the file, and the file is complete.
'use strict';
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  session.expected = /Failed to load resource|ERR_CONNECTION/;
  const file = 'meeting.toml';
  const context = await session.context();
  for (const [round, wait] of [0, 40, 90, 160, 250, 400].entries()) {
    const server = await session.start();
    const page = await context.newPage();
    session.watch(page);
    await page.goto(server.address);
    await page.getByRole('heading', {name: 'Заседания'}).waitFor();
    await session.edit(page, file);
    const place = session.field(page, 'place');
    const first = `Зал ${round}`;
    await place.fill(first);
    await place.blur();
    await until('«Сохранено»', async () =>
      session.read(file).includes(first) && await page.locator('#saved').textContent() === 'Сохранено');
    const added = 'Второй этаж здания городского совета, ';
    const typing = place.pressSequentially(added, {delay: 15}).catch(() => {}); // before the first, as Playwright does
    await new Promise(resolve => setTimeout(resolve, wait));
    await server.end('SIGKILL');
    await typing;
    const line = session.read(file).split('\n').find(line => line.startsWith('place = '));
    const [, part] = line?.match(`^place = "(.*)${first}"$`) ?? [];
    assert.ok(part !== undefined && added.startsWith(part), `round ${round}: ${line}`);
    assert.ok(session.read(file).length > 400, 'the file is cut short');
    assert.deepEqual(session.files('.toml'), ['council.toml', 'meeting.toml'], 'files were left behind');
    await until('a word about it on the page', async () => /не/.test(await page.locator('#saved').textContent()));
    await page.close(); // without the question about what is not saved
  }
};
