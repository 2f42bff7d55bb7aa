/** A domain that breaks, when it must, before its ending and not inside a word. */
export function DomainText({ domain }: { readonly domain: string }) {
  const dot = domain.indexOf('.');
  if (dot < 0) return domain === '' ? '–' : domain;
  return <>{domain.slice(0, dot)}<wbr />{domain.slice(dot)}</>;
}
