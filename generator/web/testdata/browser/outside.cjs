// Another editor changes the file: the page shows the change and keeps typed values.
'use strict';
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  session.expected = /409/;
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  const file = 'meeting.toml';
  const lines = 'place = """Зал заседаний\nгородского совета"""';
  session.write(file, '# примечание секретаря\n' + session.read(file).replace(/^place = .*$/m, lines));
  await session.edit(page, file);
  await page.locator('#saved', {hasText: 'Сохранено'}).waitFor();
  assert.ok(session.read(file).includes(lines), 'opening a file changes it');
  const place = session.field(page, 'place');
  await place.fill('Наше место');
  await place.blur();
  await until('our change', () => session.read(file).includes('Наше место'));
  assert.ok(session.read(file).startsWith('# примечание секретаря\n'), 'a comment is lost');

  session.write(file, session.read(file).replace('"Наше место"', '"Их место"   # исправлено не здесь'));
  await until('their change in the form', async () => await place.inputValue() === 'Их место');

  // The other editor changes one value, the page another: both are kept.
  session.write(file, session.read(file).replace('Их место', 'Их новое место'));
  const number = session.field(page, 'number');
  await until('both changes', async () => {
    if (await number.inputValue() !== 'КС-88/26') { // or the form was replaced while it was filled
      await number.fill('КС-88/26');
      await number.blur();
    }
    return ['Их новое место"   # исправлено не здесь', '"КС-88/26"'].every(part => session.read(file).includes(part));
  });

  // The other editor breaks the file: the page reports it and removes nothing.
  const whole = session.read(file);
  session.write(file, whole + '\n[[agenda\n');
  await page.locator('#broken').waitFor({state: 'visible'});
  assert.equal(session.read(file), whole + '\n[[agenda\n');
  session.write(file, whole);
  await page.locator('#broken').waitFor({state: 'hidden'});
};
