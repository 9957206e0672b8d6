// Moves and clicks the kernel's widgets in headless Chromium, as a reader of a notebook does, and
// looks on both sides at what came of it. usage: node test.mjs KERNELSPEC_PREFIX [SCREENSHOT_FOLDER]
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { servePage, startJupyter } from './server.mjs';

const [prefix, pictures] = process.argv.slice(2);
const scratch = await mkdtemp(path.join(os.tmpdir(), 'orrery-browser-'));
const jupyter = await startJupyter(scratch, path.join(prefix, 'share/jupyter'));
const site = await servePage(path.join(import.meta.dirname, 'build'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'
  ]
});

async function open(kernel) {
  const page = await browser.newPage({ viewport: { width: 900, height: 1100 } });
  page.setDefaultTimeout(60_000);
  page.complaints = [];
  page.on('pageerror', error => page.complaints.push(String(error)));
  page.on('console', message => {
    // The client offers a newer framing first, which Debian's server does not know.
    if (message.type() === 'error' && !message.text().includes('Sec-WebSocket-Protocol')) {
      page.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  await page.goto(site.url);
  assert.deepEqual(page.complaints, [], 'the page does not load');
  page.kernel = await page.evaluate(args => window.connect(...args), [
    jupyter.url,
    jupyter.token,
    kernel
  ]);
  return page;
}

const run = (page, name, code) => page.evaluate(args => window.run(...args), [name, code]);
const begin = (page, name, code) => page.evaluate(args => window.begin(...args), [name, code]);
const ended = (page, name) => page.evaluate(name => window.ended[name], name);
const shows = (page, selector, text) =>
  page.waitForFunction(
    ([selector, text]) => document.querySelector(selector)?.innerText.includes(text),
    [selector, text]
  );

async function step(what, work) {
  process.stdout.write(`${what} ... `);
  await work();
  console.log('ok');
}

let page;
let failed = false;
try {
  page = await open();
  await step('a cell shows a slider, a button, a dropdown, a line and a label', async () => {
    await run(page, 'controls', `
        import org.orrery.kernel.widgets.*;
        var presses = 0;
        var gravity = Widgets.intSlider("gravity", 0, 20).value(5);
        var press = Widgets.button("press");
        var world = Widgets.dropdown("world", "ball", "pendulum");
        var name = Widgets.text("name", "first");
        var said = Widgets.label("nothing yet");
        gravity.observe("value", change -> said.value("gravity " + change.before() + " to " + change.now()));
        press.onClick(() -> said.value("pressed " + ++presses));
        world.onChange(label -> said.value("world " + label));
        name.onSubmit(text -> said.value("name " + text));
        Widgets.vbox(gravity, press, world, name, said)`);
    await page.locator('#controls .widget-slider').waitFor();
    assert.equal(await page.locator('#controls .widget-readout').innerText(), '5');
    await shows(page, '#controls', 'nothing yet');
  });

  await step('a slider moved by its keys is observed in Java', async () => {
    await page.locator('#controls .noUi-handle').focus();
    await page.keyboard.press('ArrowRight');
    await shows(page, '#controls', 'gravity 5 to 6');
    assert.equal(await run(page, 'read-1', 'gravity.value()'), '6');
  });

  await step('a slider dragged by the mouse arrives where it was let go', async () => {
    const handle = await page.locator('#controls .noUi-handle').boundingBox();
    const track = await page.locator('#controls .noUi-target').boundingBox();
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.7, handle.y + handle.height / 2, { steps: 8 });
    await page.mouse.move(track.x + track.width + 40, handle.y + handle.height / 2, { steps: 8 });
    await page.mouse.up();
    await shows(page, '#controls', 'to 20');
    assert.equal(await run(page, 'read-2', 'gravity.value()'), '20');
  });

  await step('a button, a dropdown and a line tell Java', async () => {
    await page.getByRole('button', { name: 'press' }).click();
    await shows(page, '#controls', 'pressed 1');
    await page.locator('#controls select').selectOption('pendulum');
    await shows(page, '#controls', 'world pendulum');
    await page.locator('#controls input[type=text]').fill('dream');
    await page.keyboard.press('Enter');
    await shows(page, '#controls', 'name dream');
    assert.equal(await run(page, 'read-3', 'world.value() + " " + name.value()'), 'pendulum dream');
  });

  await step('what Java sets is seen on the page', async () => {
    await run(page, 'set', '{ gravity.range(0, 40).value(33); world.value("ball"); press.description("again"); }');
    await shows(page, '#controls .widget-readout', '33');
    await page.getByRole('button', { name: 'again' }).waitFor();
    assert.equal(await page.locator('#controls select').evaluate(one => one.selectedIndex), 0);
  });

  await step('a running cell follows the slider, moves a bar and is stopped by a button', async () => {
    await begin(page, 'loop', `
        var going = new java.util.concurrent.atomic.AtomicBoolean(true);
        var bar = Widgets.intProgress("seen", 40);
        var stop = Widgets.button("stop").onClick(() -> going.set(false));
        display(Widgets.hbox(bar, stop));
        int steps = 0;
        while (going.get()) { steps++; bar.value(gravity.value()); Thread.sleep(5); }
        System.out.println("stopped at " + bar.value() + " after " + (steps > 10 ? "many" : "few") + " steps");`);
    const width = () => page.locator('#loop .progress-bar').evaluate(one => one.style.width);
    const isWide = percent =>
      page.waitForFunction(
        percent => document.querySelector('#loop .progress-bar')?.style.width === percent,
        percent
      );
    await isWide('82.5%');
    await page.locator('#controls .noUi-handle').focus();
    await page.keyboard.press('ArrowLeft');
    await isWide('80%');
    await page.keyboard.press('Home');
    await isWide('0%');
    await page.keyboard.press('ArrowRight');
    await isWide('2.5%');
    assert.equal(await width(), '2.5%');
    await shows(page, '#controls', 'gravity 0 to 1'); // observed while the cell runs
    await page.getByRole('button', { name: 'stop' }).click();
    await ended(page, 'loop');
    await shows(page, '#loop', 'stopped at 1 after many steps');
  });

  await step('a function of two controls is computed anew in its place', async () => {
    await run(page, 'interact', `
        var side = Widgets.intSlider("side", 1, 9).value(6);
        var big = Widgets.checkbox("cube", false);
        Widgets.interact(side, big, (s, cube) -> {
          System.out.println("side " + s);
          return cube ? s * s * s : s * s;
        })`);
    const results = () => page.locator('#interact .widget-output').innerText();
    await shows(page, '#interact .widget-output', '36');
    await page.locator('#interact .noUi-handle').focus();
    await page.keyboard.press('ArrowRight');
    await shows(page, '#interact .widget-output', '49');
    await page.locator('#interact input[type=checkbox]').check();
    await shows(page, '#interact .widget-output', '343');
    assert.match(await results(), /^side 7\s+343$/);
    const known = await run(page, 'read-4', `
        import java.util.stream.*;
        side.value() + " " + big.value()`);
    assert.equal(known, '7 true');
  });

  await step('prints of a block, ranges, pages, pictures and unfinished widgets are seen', async () => {
    await run(page, 'more', `
        import java.awt.image.BufferedImage;
        var picture = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) for (int y = 0; y < 32; y++) picture.setRGB(x, y, x * 4 << 16 | y * 8);
        var frame = Widgets.image(picture);
        var log = Widgets.output();
        var lines = Widgets.output().println("first line");
        var range = Widgets.floatRangeSlider("range", 1, 12).value(2.5, 9.8);
        var color = new ColorPicker().description("ball").value("#ff8800");
        var pages = Widgets.tab()
            .page("one", Widgets.vbox(range, frame, new HTML().value("<b>bold</b>")))
            .page("two", Widgets.vbox(color, new Valid().value(true).description("fits")));
        display(Widgets.vbox(pages, log, lines));
        log.capture(() -> { System.out.println("captured"); display("shown"); });
        { lines.println("second line"); }`);
    await shows(page, '#more .widget-output', 'captured');
    await shows(page, '#more .widget-output', 'shown');
    await shows(page, '#more', 'first line\nsecond line');
    await page.locator('#more img').evaluate(one => one.decode());
    assert.equal(await page.locator('#more img').evaluate(one => one.naturalWidth), 64);
    assert.match(await page.locator('#more .widget-readout').first().innerText(), /2\.50.*9\.80/s);
    assert.equal(await page.locator('#more b').innerText(), 'bold');
    await page.locator('#more .lm-TabBar-tab, #more .p-TabBar-tab').nth(1).click();
    await page.locator('#more input[type=color]').waitFor();
    await page.locator('#more img').waitFor({ state: 'hidden' });
    assert.equal(await run(page, 'read-5', 'pages.selectedIndex().get()'), '1');
  });

  await step('a second page takes over the widgets, and both stay alike', async () => {
    const other = await open(page.kernel);
    const id = await run(page, 'read-6', 'gravity.id()');
    await other.evaluate(args => window.show(...args), ['copy', id.replaceAll('"', '')]);
    await shows(other, '#copy .widget-readout', '1');
    await other.locator('#copy .noUi-handle').focus();
    await other.keyboard.press('ArrowRight');
    await shows(page, '#controls .widget-readout', '2');
    assert.deepEqual(other.complaints, []);
    await other.close();
  });

  await step('what an observer throws is shown, and the next message is handled', async () => {
    await run(page, 'throwing', `
        var fragile = Widgets.button("fragile").onClick(() -> { throw new IllegalStateException("on purpose"); });
        Widgets.interact(Widgets.intSlider("by", 0, 3).value(1), by -> 6 / by)`);
    await shows(page, '#throwing .widget-output', '6');
    await page.locator('#throwing .noUi-handle').focus();
    await page.keyboard.press('ArrowLeft');
    await shows(page, '#throwing .widget-output', 'ArithmeticException: / by zero\n    at cell [');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () => document.querySelector('#throwing .widget-output').innerText.trim() === '3'
    );
  });

  assert.deepEqual(page.complaints, [], 'the page complained');
  console.log('all of it passed');
} catch (error) {
  failed = true;
  console.error(error);
  console.error('the page said:', page?.complaints, '\nthe server said:', jupyter.log().slice(-3000));
} finally {
  if (pictures && page) {
    await page.screenshot({ path: path.join(pictures, 'widgets.png'), fullPage: true });
  }
  await browser.close();
  await jupyter.close();
  site.close();
  await rm(scratch, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
