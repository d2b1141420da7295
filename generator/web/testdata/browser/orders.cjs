// Answers come late, in another order, with errors, or not at all, while somebody types
// and another program changes the file: nobody's work is lost without a question.
'use strict';
const {assert, fs, path, until} = require('./lib.cjs');

const file = 'meeting.toml';
const place = 'place';

module.exports = async session => {
  session.expected = /Failed to load resource|ERR_/;
  const first = session.read(file).replace(/^place = .*$/m, 'place = "Зал"');
  const server = await session.start();
  const page = await session.open(server.address);
  await page.getByRole('heading', {name: 'Заседания'}).waitFor();
  const [label, question] = ['#saved', '#conflict'].map(name => page.locator(name));
  const field = key => session.field(page, key);
  const has = text => until(`${text} in the file`, () => session.read(file).includes(text));
  const says = text => until(`«${text}» above`, async () => (await label.textContent()).includes(text));
  const theirs = (from, to) => session.write(file, session.read(file).replace(from, to));

  // hold delays requests whose addresses contain a string: each is {go, answer, lose, drop}.
  async function hold(part) {
    const held = [];
    let isOver = false; // requests pass, also those that come before the route is away
    const of = url => url.pathname + url.search;
    const match = url => of(url).includes(part);
    await page.route(match, route => isOver ? route.continue() : new Promise(done => held.push({
      go: () => { route.continue(); done(); },
      answer: async (status, body) => { await route.fulfill({status, body}); done(); },
      // The program has received the change, the page has no answer.
      lose: async () => { await route.fetch(); await route.abort(); done(); },
      drop: async () => { await route.abort(); done(); },
      late: async () => {
        const response = await route.fetch();
        return async () => { await route.fulfill({response}); done(); };
      },
    })));
    return {
      next: async () => { await until(part, () => held.length > 0); return held.shift(); },
      end: async () => {
        isOver = true;
        for (const one of held.splice(0)) one.go();
        await page.unroute(match);
      },
    };
  }

  // typeWhileMoving types into a field of the first question while the server moves the question.
  async function typeWhileMoving(field, text) {
    const edit = await hold('/api/edit');
    await page.locator('[data-item=\'["agenda",0]\'] .order [data-by="1"]').first().click();
    const move = await edit.next();
    await field.fill(text);
    move.go();
    await edit.end();
  }

  const cases = {
    'a letter while an answer with their change of the same value is on its way, mine': async () => {
      const state = await hold('/api/state');
      theirs('"Зал"', '"Их зал"');
      const answer = await (await state.next()).late();
      await field(place).fill('Мой зал');
      await answer();
      await question.filter({hasText: 'Их зал'}).waitFor();
      await state.end();
      assert.ok(session.read(file).includes('"Их зал"'), 'their work is lost');
      assert.equal(await field(place).inputValue(), 'Мой зал');
      await page.keyboard.press('Space'); // more typing does not answer the question
      assert.equal(await question.isVisible(), true);
      await field(place).fill('Мой зал, этаж 2');
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has('"Мой зал, этаж 2"');
      await question.waitFor({state: 'hidden'});
    },
    'the same, theirs': async () => {
      const preview = await hold('/api/preview');
      await page.route('**/api/state?*', route => route.fulfill({status: 204})); // so that the other comes first
      await field('number').fill('77');
      await has('"77"');
      theirs('"Зал"', '"Их зал"');
      const answer = await (await preview.next()).late();
      await field(place).fill('Мой зал');
      await answer();
      await question.filter({hasText: 'Их зал'}).waitFor();
      await preview.end();
      await page.unroute('**/api/state?*');
      await question.getByRole('button', {name: 'Оставить'}).click();
      await until('their value', async () => await field(place).inputValue() === 'Их зал');
      await question.waitFor({state: 'hidden'});
    },
    'a question stays while other fields are saved': async () => {
      const state = await hold('/api/state');
      theirs('"Зал"', '"Их зал"');
      await field(place).fill('Мой зал');
      await question.waitFor();
      await field('number').fill('78');
      await has('"78"');
      await state.end();
      await new Promise(resolve => setTimeout(resolve, 4500)); // both pages poll for changes meanwhile
      assert.equal(await question.isVisible(), true);
      assert.equal(await field(place).inputValue(), 'Мой зал');
      assert.match(await label.textContent(), /^Не сохранено/);
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has('"Мой зал"');
    },
    'mine, in a form that does not show their other changes yet': async () => {
      await page.route('**/api/state?*', route => route.fulfill({status: 204}));
      await page.route('**/api/preview', route => route.fulfill({status: 500, body: 'На диске нет места.'}));
      theirs('"Зал"', '"Их зал"');
      theirs(/^number = .*$/m, 'number = "Их номер"');
      await field(place).fill('Мой зал');
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has('"Мой зал"');
      await until('their number', async () => await field('number').inputValue() === 'Их номер');
      assert.ok(session.read(file).includes('"Их номер"'), 'their work is lost');
      await page.unroute('**/api/state?*');
      await page.unroute('**/api/preview');
    },
    'theirs, which does not come': async () => {
      await page.route('**/api/state?*', route => route.fulfill({status: 204}));
      theirs('"Зал"', '"Их зал"');
      await field(place).fill('Мой зал');
      await question.waitFor();
      await page.unroute('**/api/state?*');
      const keepTheirs = question.getByRole('button', {name: 'Оставить'});
      await page.route('**/api/state?*', route => route.abort());
      await keepTheirs.click();
      await says('программа не отвечает');
      await question.waitFor();
      await page.unroute('**/api/state?*');
      await says('Это место изменили');
      const state = await hold('/api/state');
      await keepTheirs.click();
      await state.next().then(one => field(place).fill('Мой зал, этаж 5').then(one.go));
      await state.end();
      await question.waitFor();
      await new Promise(resolve => setTimeout(resolve, 2500)); // the page asks for changes
      assert.equal(await field(place).inputValue(), 'Мой зал, этаж 5');
      assert.ok(session.read(file).includes('"Их зал"'), 'their work is lost');
      await keepTheirs.click();
      await until('their value', async () => await field(place).inputValue() === 'Их зал');
      await says('Сохранено');
    },
    'a question about an element that moves': async () => {
      const title = n => field(`agenda[${n}].title`);
      const [was, other] = [await title(0).inputValue(), await title(1).inputValue()];
      await session.show(page);
      await page.route('**/api/state?*', route => route.fulfill({status: 204}));
      theirs(was, was + ' и их словах');
      theirs(/^number = .*$/m, 'number = "Их номер"');
      await title(0).fill(was + ' и моих словах');
      await question.filter({hasText: 'их словах'}).waitFor();
      await page.unroute('**/api/state?*');
      await until('their number', async () => await field('number').inputValue() === 'Их номер');
      await page.locator('[data-item=\'["agenda",0]\'] .order [data-by="1"]').first().click();
      await until('my title beside its element', async () => await title(1).inputValue() === was + ' и моих словах');
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has(`"${was} и моих словах"`);
      await says('Сохранено');
      assert.equal(await title(0).inputValue(), other);
      assert.ok(session.read(file).includes(`"${other}"`), 'another title is lost');
    },
    'a letter while its element moves and they change something else': async () => {
      const title = n => field(`agenda[${n}].title`);
      const [was, other] = [await title(0).inputValue(), await title(1).inputValue()];
      await session.show(page);
      await page.route('**/api/state?*', route => route.fulfill({status: 204}));
      theirs(/^number = .*$/m, 'number = "Их номер"');
      await typeWhileMoving(title(0), was + ' и смете');
      await until('my title beside its element', async () => await title(1).inputValue() === was + ' и смете');
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has(`"${was} и смете"`);
      assert.ok(session.read(file).includes(`"${other}"`), 'another title is lost');
      await page.unroute('**/api/state?*');
    },
    'their change of another value': async () => {
      const edit = await hold('/api/edit');
      await field(place).fill('Мой зал');
      const mine = await edit.next();
      theirs(/^number = .*$/m, 'number = "Их номер"');
      await field(place).fill('Мой зал, этаж 3');
      mine.go();
      await edit.end();
      await has('"Мой зал, этаж 3"');
      await until('their number', async () => await field('number').inputValue() === 'Их номер');
      assert.equal(await question.isVisible(), false);
    },
    'errors of the disk': async () => {
      const edit = await hold('/api/edit');
      await field(place).fill('Мой зал');
      await (await edit.next()).answer(500, 'На диске нет места.');
      await says('На диске нет места. Не закрывайте страницу');
      await field('number').fill('79');
      await edit.end();
      await has('"79"');
      await has('"Мой зал"');
      await says('Сохранено');
    },
    'a lost answer': async () => {
      const edit = await hold('/api/edit');
      await field(place).fill('Мой');
      const one = await edit.next();
      await field(place).fill('Мой зал');
      await one.lose();
      await edit.end();
      await has('"Мой зал"');
      await says('Сохранено');
      assert.equal(await question.isVisible(), false);
    },
    'a doubt about a paper that is not shown': async () => {
      const doubts = page.locator('#problems li').filter({hasText: 'письмо'}).filter({hasText: 'Гжегож'});
      session.write(file, session.read(file) + '\n[letter]\nheading = "О встрече"\ntext = ["Приглашаем."]\n' +
        'to = [{ name = "Гжегож Бженчишчикевич", organization = "Консульство" }]\n');
      await doubts.first().waitFor();
      await field(place).fill('Мой зал');
      await has('"Мой зал"');
      assert.notEqual(await doubts.count(), 0); // until all papers are checked again
      theirs('Гжегож Бженчишчикевич', 'Приказов Сергей Юрьевич');
      await doubts.first().waitFor({state: 'detached'});
    },
    'a letter while its element moves': async () => {
      const title = n => field(`agenda[${n}].title`);
      const was = await title(0).inputValue();
      await session.show(page);
      await typeWhileMoving(title(0), was + ' и смете');
      await has(`"${was} и смете"`);
      await until('the moved title', async () => await title(1).inputValue() === was + ' и смете');
      assert.equal(session.read(file).split(was).length, 2, 'the title is written twice');
      await says('Сохранено');
    },
    'an element dragged onto what another one holds': async () => {
      const title = n => field(`agenda[${n}].title`);
      const was = await title(1).inputValue();
      await session.show(page);
      const item = page.locator('[data-item=\'["agenda",1]\']');
      const heading = item.locator('summary').first();
      await heading.evaluate(e =>
        scrollBy({top: e.getBoundingClientRect().top - innerHeight / 2, behavior: 'instant'}));
      await heading.hover({position: {x: 10, y: 10}});
      await until('an element to drag', () => item.evaluate(e => e.draggable && new Promise(requestAnimationFrame)));
      const {x, y} = await heading.boundingBox();
      await page.mouse.down();
      await page.mouse.move(x + 20, y - 40, {steps: 5}); // inside of the open element above
      await page.mouse.move(x + 24, y - 60, {steps: 5});
      await page.mouse.up();
      await until('the moved title', async () => await title(0).inputValue() === was);
      await says('Сохранено');
    },
    'a double click': async () => {
      await session.show(page);
      const count = () => session.read(file).split('[[agenda]]').length;
      const was = count();
      const edit = await hold('/api/edit');
      const add = page.locator('#fields [data-do="insert"][data-path^=\'["agenda",\']').last();
      await add.dblclick();
      await edit.end();
      await until('another question', () => count() === was + 1);
      await new Promise(resolve => setTimeout(resolve, 1000)); // for the answer to a second request, which must not be
      assert.equal(await label.textContent(), 'Сохранено');
      await field('number').fill('80');
      await has('"80"');
      assert.equal(count(), was + 1);
      await page.locator('#undo').click({clickCount: 2}); // the number, and the question
      await until('no other question', () => count() === was);
      await says('Сохранено');
    },
    'a date that cannot be, and half a date': async () => {
      const date = field('date');
      await date.fill('31.02.2026');
      await says('Не сохранено');
      theirs('"Зал"', '"Их зал"');
      await until('their value', async () => await field(place).inputValue() === 'Их зал');
      assert.equal(await date.inputValue(), '31.02.2026');
      assert.equal(await date.getAttribute('aria-invalid'), 'true');
      await date.fill('12.0');
      theirs('"Их зал"', '"Зал"');
      await until('their value', async () => await field(place).inputValue() === 'Зал');
      assert.equal(await date.inputValue(), '12.0');
      await date.fill('13.03.2026');
      await has('2026-03-13');
      await says('Сохранено');
    },
    'the text of the file': async () => {
      await page.locator('#paper-text').click();
      const text = page.locator('#text');
      const added = '# примечание\n';
      const typed = added + await text.inputValue();
      const write = page.getByRole('button', {name: 'Записать текст'});
      const save = await hold('/api/text');
      for (const fault of [one => one.answer(500, 'На диске нет места.'), one => one.answer(409, 'Повторите.'),
        one => one.drop()]) {
        await text.fill(typed);
        await write.click();
        await fault(await save.next());
        await says('Не сохран');
        theirs(/^number = .*$/m, `number = "${Math.random()}"`);
        await new Promise(resolve => setTimeout(resolve, 2500)); // the page asks for changes
        assert.equal(await text.inputValue(), typed);
      }
      await says('Текст файла изменён, но не записан'); // the program answers again
      await save.end();
      await write.click();
      await question.filter({hasText: 'правили текст'}).waitFor();
      assert.equal(session.read(file).startsWith(added), false);
      await page.route('**/api/state?*', route => route.abort());
      await question.getByRole('button', {name: 'Оставить'}).click(); // which never arrives
      await says('программа не отвечает');
      await page.unroute('**/api/state?*');
      await says('Текст файла изменён, но не записан');
      assert.equal(await text.inputValue(), typed);
      await text.fill(typed.replace(added, '# моё\n'));
      await question.getByRole('button', {name: 'Записать моё'}).click();
      await has('# моё\n');
      await says('Сохранено');
      const more = await text.inputValue() + '\n# ещё';
      await text.fill(more);
      await write.click();
      await has('# ещё'); // no question: nobody else has changed it
      await page.locator('#paper-protocol').click();
    },
    'the last letters of a page that is closed': async () => {
      const edit = await hold('/api/edit');
      await field(place).fill('Мой');
      const one = await edit.next();
      await field(place).fill('Мой последний зал');
      await one.lose();
      await edit.end();
      await page.goto(new URL('/help', server.address).href);
      await has('"Мой последний зал"');
    },
    'leaving is asked about': async () => {
      await field('date').fill('12.0');
      await page.getByRole('link', {name: '← Заседания'}).click();
      await page.getByRole('heading', {name: 'Заседания'}).waitFor();
      assert.deepEqual(session.dialogs.slice(-1), ['beforeunload']);
      await session.edit(page, file);
      session.dialogs.length = 0;
      await field(place).pressSequentially('Этаж 4, ');
      await page.getByRole('link', {name: '← Заседания'}).click();
      await page.getByRole('heading', {name: 'Заседания'}).waitFor();
      assert.deepEqual(session.dialogs, [], 'what can be saved is saved');
      await has('"Этаж 4, Зал"');
    },
    'a program that has ended and is there again': async () => {
      const port = new URL(server.address).port;
      await server.end('SIGKILL');
      await field(place).fill('Мой зал');
      await says('программа не отвечает');
      const again = await session.start(['--addr', '127.0.0.1:' + port]);
      await says('Откройте адрес');
      const other = await page.context().newPage();
      session.watch(other);
      await other.goto(again.address);
      await other.getByRole('heading', {name: 'Заседания'}).waitFor();
      await page.bringToFront();
      await has('"Мой зал"');
      await says('Сохранено');
      await other.close();
    },
    'a file that is protected, and removed': async () => {
      const name = path.join(session.folder, file);
      fs.chmodSync(name, 0o444);
      await field(place).fill('Мой зал');
      await says('только для чтения');
      fs.chmodSync(name, 0o644);
      await has('"Мой зал"');
      fs.renameSync(name, name + '.away');
      await field(place).fill('Мой новый зал');
      await question.getByRole('button', {name: 'Записать снова'}).click();
      await has('"Мой новый зал"');
      await says('Сохранено');
    },
    'a long text': async () => {
      const long = 'Слово за словом. '.repeat(6000);
      await field('agenda[0].title').evaluate((input, text) => { // as pasting does
        input.value = text;
        input.dispatchEvent(new InputEvent('input', {bubbles: true}));
      }, long);
      await has(long.trim());
      await says('Сохранено');
    },
  };
  const only = process.env.CASE;
  for (const [name, run] of Object.entries(cases)) {
    if (only && !name.includes(only)) continue;
    session.write(file, first);
    await session.edit(page, file);
    await says('Сохранено');
    try {
      await run();
    } catch (fault) {
      throw new Error(`${name}: ${fault.stack}; above: ${await label.textContent()}`);
    }
  }
};
