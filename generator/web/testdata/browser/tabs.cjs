// Two windows change one file: both see all, and what both changed is asked about.
'use strict';
const {assert, until} = require('./lib.cjs');

module.exports = async session => {
  session.expected = /409/;
  const server = await session.start();
  const one = await session.open(server.address);
  await one.getByRole('heading', {name: 'Заседания'}).waitFor();
  const two = await one.context().newPage();
  session.watch(two);
  await session.edit(one, 'meeting.toml');
  await session.edit(two, 'meeting.toml');
  const field = session.field;

  await field(one, 'place').fill('Первое место');
  await field(one, 'place').blur();
  await until('the change in the other window', async () => {
    await two.bringToFront();
    return await field(two, 'place').inputValue() === 'Первое место';
  });

  // Different fields, at the same time: both are kept.
  await Promise.all([field(one, 'place').fill('Второе место'), field(two, 'number').fill('КС-77/26')]);
  await Promise.all([field(one, 'place').blur(), field(two, 'number').blur()]);
  await until('both changes', () => {
    const text = session.read('meeting.toml');
    return text.includes('Второе место') && text.includes('КС-77/26');
  });
  assert.equal(await two.locator('#conflict').isVisible(), false);
};
