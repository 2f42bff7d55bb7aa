import { webAddress, withoutSentenceEnd } from '../../shared/domain/letter/web-address.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign);

const hasHost = /^https?:\/\/[^/]/u;

function line(text: string): string {
  let html = '';
  let end = 0;
  for (const { 0: found, index } of text.matchAll(webAddress)) {
    const address = withoutSentenceEnd(found);
    if (!hasHost.test(address)) continue;
    html += `${escaped(text.slice(end, index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    end = index + address.length;
  }
  return html + escaped(text.slice(end));
}

/**
 * The text of a letter as HTML: paragraphs where a line is left empty, line breaks, web addresses as links, and nothing else.
 * Every other sign is escaped, so that whatever was typed is read and never obeyed.
 */
export function letterHtml(body: string): string {
  const paragraphs = body.split(/\n[\t ]*\n/u).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${paragraph.trim().split('\n').map(line).join('<br>')}</p>`).join('');
}
