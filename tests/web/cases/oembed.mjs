// oembed.json, by which pages of others embed the explorer from its address.

import { oembed, withOembed } from '../../../web/oembed.mjs';
import { check, checkEqual, until } from '../drive/explorer.mjs';

const kTitle = 'Needles & skin';

const refusal = (address) => {
  try {
    oembed(address, kTitle);
    return '';
  } catch ({ message }) {
    return message;
  }
};

export const tests = [
  {
    name: 'oembed: a page is found by its link, and what it says to embed is the explorer',
    async run({ open, site }) {
      const host = await open('/~fixtures/host.html?src=about:blank');
      const index = await (await fetch(`${site}/`)).text();
      const link = await host.evaluate((text) => {
        const found = new DOMParser().parseFromString(text, 'text/html').head.querySelectorAll('link[rel=alternate][type="application/json+oembed"]');
        return [...found].map((each) => [each.getAttribute('href'), each.title]);
      }, withOembed(index, 'https://example.org/explorer', kTitle));
      checkEqual(link, [['https://example.org/explorer/oembed.json', kTitle]], 'the link');
      const { html, cache_age, ...said } = JSON.parse(oembed(site, kTitle));
      checkEqual(said, { version: '1.0', type: 'rich', title: kTitle, provider_name: kTitle, provider_url: `${site}/`, width: 960, height: 720 }, 'the document');
      check(cache_age >= 3600, `kept for ${cache_age} s`);
      await host.evaluate((text) => { document.getElementById('place').innerHTML = text; }, html);
      const frame = await host.evaluate(() => ['width', 'height', 'title'].map((name) => document.querySelector('#place iframe')[name]));
      checkEqual(frame, ['960', '720', kTitle], 'width, height and title of the frame');
      await until(host, 'the explorer in it is ready', () => window.messages.some((message) => message?.type === 'ready'));
      for (const bad of ['explorer', 'ftp://example.org/', 'javascript:alert(1)', 'https://example.org/?a=1']) check(refusal(bad).includes(`"${bad}"`), `${bad} gives: ${refusal(bad)}`);
    },
  },
];
