import { createHash, randomBytes } from 'node:crypto';
import { customerSignInAddress } from '../../../shared/domain/customer/sign-in-address.ts';
import pageText from './page-text.json' with { type: 'json' };
import { pageScript, pageStyle } from './page-script.ts';
import { plainPassphrase } from './passphrase.ts';

/** OWASP Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256. */
const rounds = 600_000;
const SALT_BYTES = 16;
const IV_BYTES = 12;

export type HandOverLanguage = keyof typeof pageText;

/** What the recipient gets to see. */
export interface HandOverSecret {
  readonly customer: string;
  readonly user: string;
  readonly password: string;
}

const { subtle } = globalThis.crypto;

async function encrypted(secret: HandOverSecret, passphrase: string): Promise<Readonly<Record<'salt' | 'iv' | 'content', string>>> {
  const [salt, iv] = [randomBytes(SALT_BYTES), randomBytes(IV_BYTES)];
  const encode = new TextEncoder();
  const base = await subtle.importKey('raw', encode.encode(plainPassphrase(passphrase)), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const key = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const content = Buffer.from(await subtle.encrypt({ name: 'AES-GCM', iv }, key, encode.encode(JSON.stringify(secret))));
  return { salt: salt.toString('base64'), iv: iv.toString('base64'), content: content.toString('base64') };
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = [
  "default-src 'none'", `script-src ${hashOf(pageScript)}`, `style-src ${hashOf(pageStyle)}`, "base-uri 'none'", "form-action 'none'",
].join('; ');

/**
 * A page of its own that shows the secret to whoever knows the passphrase: PBKDF2 and AES-256-GCM in the recipient's browser,
 * no network, nothing readable in the file but our own sentences.
 */
export async function handOverPage(secret: HandOverSecret, passphrase: string, language: HandOverLanguage): Promise<string> {
  const { salt, iv, content } = await encrypted(secret, passphrase);
  const text = pageText[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main data-rounds="${rounds}" data-salt="${salt}" data-iv="${iv}" data-content="${content}">
<h1>${text.title}</h1>
<p>${text.intro}</p>
<form id="ask">
<label for="passphrase">${text.passphrase}</label>
<input id="passphrase" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="hint" autofocus required>
<p id="hint">${text.hint}</p>
<button>${text.open}</button>
</form>
<p id="busy" role="status" hidden>${text.busy}</p>
<p id="wrong" role="alert" hidden>${text.wrong}</p>
<p id="old" role="alert" hidden>${text.old}</p>
<section id="inside" tabindex="-1" aria-labelledby="inside-title" hidden>
<h2 id="inside-title">${text.inside}</h2>
<dl>
<dt>${text.customer}</dt><dd id="customer"></dd>
<dt>${text.user}</dt><dd id="user"></dd>
<dt>${text.password}</dt><dd id="password"></dd>
<dt>${text.address}</dt><dd>${customerSignInAddress}</dd>
</dl>
<h2>${text.first}</h2>
<ol>
${text.steps.map((step) => `<li>${step}</li>`).join('\n')}
</ol>
</section>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}
