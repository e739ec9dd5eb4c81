// A visitor's phone: opens the address of a QR code, signs up, and tells what it met.
//
//     node phone.mjs URL LANGUAGE FOLDER '{"name": "…", "email": "…"}'
//
// Prints one JSON object: the language of the form, the faults named for a bad address, the receipt's address and
// words, what a second sending of the same form gave, requests to other hosts, and whether a page was wider than
// the glass. Leaves pictures of the pages in FOLDER. Scripts are off: the form must work without them.

import { chromium } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [url, language, folder, answersJson] = process.argv.slice(2);
const answers = JSON.parse(answersJson);
const phone = { width: 390, height: 844 };

async function fillIn(page) {
    for (const [name, value] of Object.entries(answers)) {
        await page.locator(`[name="${name}"]`).fill(value);
    }
}

async function send(page) {
    const [response] = await Promise.all([page.waitForNavigation(), page.locator('form button[type=submit]').click()]);
    return response;
}

const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const profile = mkdtempSync(join(tmpdir(), 'phone-'));
const browser = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    viewport: phone,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: language,
    javaScriptEnabled: false,
});
try {
    const page = await browser.newPage();
    const elsewhere = [];
    let sent;
    page.on('request', (request) => {
        if (request.method() === 'POST') sent = request;
        if (new URL(request.url()).host !== new URL(url).host) elsewhere.push(request.url());
    });
    const opened = await page.goto(url);
    const met = {
        status: opened.status(),
        formLanguage: await page.locator('html').getAttribute('lang'),
        formTooWide: await tooWide(page),
        title: await page.title(),
    };
    await page.screenshot({ path: join(folder, 'form.png'), fullPage: true });

    // First with a fault, which the service must name, keeping what was typed.
    await fillIn(page);
    await page.locator('[name="email"]').fill('nobody at nowhere');
    met.faultStatus = (await send(page)).status();
    met.faultWords = await page.locator('.fault').allInnerTexts();
    met.kept = await page.locator('[name="name"]').inputValue();
    await page.screenshot({ path: join(folder, 'fault.png'), fullPage: true });

    await fillIn(page);
    await send(page);
    met.receipt = page.url();
    met.receiptWords = await page.locator('main, body').first().innerText();
    met.receiptTooWide = await tooWide(page);
    await page.screenshot({ path: join(folder, 'receipt.png'), fullPage: true });

    // A phone that lost the answer sends the same form once more.
    const again = await browser.request.post(sent.url(), {
        data: sent.postData(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        maxRedirects: 0,
    });
    met.secondStatus = again.status();
    met.secondReceipt = new URL(again.headers().location ?? '', url).href;
    met.elsewhere = elsewhere;
    console.log(JSON.stringify(met));
} finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
}
