/**
 * What runs in the browser of whoever got the file: the passphrase becomes a key, the key opens the content. No address is ever
 * asked, and nothing is kept. A text, because its hash must be in the page's policy whatever the build does to our code.
 */
export const pageScript = String.raw`(() => {
  'use strict';
  const part = (id) => document.getElementById(id);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const { rounds, salt, iv, content } = document.querySelector('main').dataset;
  const decrypt = async (typed) => {
    const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
    const { subtle } = crypto;
    const base = await subtle.importKey('raw', new TextEncoder().encode(plain), 'PBKDF2', false, ['deriveKey']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: Number(rounds) };
    const key = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    const opened = await subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, key, bytes(content));
    return JSON.parse(new TextDecoder().decode(opened));
  };
  const show = (id, isShown) => { part(id).hidden = !isShown; };
  if (!globalThis.crypto || !crypto.subtle) {
    show('ask', false);
    show('old', true);
    return;
  }
  part('ask').addEventListener('submit', async (event) => {
    event.preventDefault();
    show('wrong', false);
    show('busy', true);
    try {
      const found = await decrypt(part('passphrase').value);
      for (const name of ['customer', 'user', 'password']) part(name).textContent = found[name];
      part('passphrase').value = '';
      show('ask', false);
      show('inside', true);
      part('inside').focus();
    } catch {
      show('wrong', true);
    } finally {
      show('busy', false);
    }
  });
})();`;

export const pageStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
body { margin: 0; padding: 32px 16px; }
main { max-width: 640px; margin: 0 auto; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; }
label { display: block; font-weight: 600; margin-bottom: 4px; }
input { font: 1.1rem ui-monospace, Consolas, monospace; width: 100%; box-sizing: border-box; padding: 8px; }
button { font: inherit; margin-top: 12px; padding: 8px 20px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 16px; align-items: baseline; }
dd { margin: 0; font: 1.2rem ui-monospace, Consolas, monospace; overflow-wrap: anywhere; user-select: all; }
[role=alert] { border: 2px solid #b10e1c; padding: 8px 12px; }
[hidden] { display: none !important; }
`;
