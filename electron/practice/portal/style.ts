import { createHash } from 'node:crypto';

/** The portal's only style sheet; it stands in the page, so nothing is loaded from anywhere. */
export const style = `
:root { color-scheme: light dark; --ground: #f6f5f2; --sheet: #ffffff; --ink: #1f1e1b; --quiet: #5c5a54; --line: #c9c6bd;
  --edge: #7b786f; --accent: #0f5f57; --on-accent: #ffffff; --bad: #a1260d; --bad-ground: #fdf0ec; --a: #f3c94b; --b: #e7b52c; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #1b1a18; --sheet: #262522; --ink: #f1efe9; --quiet: #b7b3a8; --line: #45433d; --edge: #8f8b80;
    --accent: #6cc4b8; --on-accent: #0d2724; --bad: #ffb4a2; --bad-ground: #41221b; --a: #c79a1f; --b: #b58a15; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
.banner { margin: 0; padding: .6rem 1.25rem; color: #221b02; font-weight: 600;
  background: repeating-linear-gradient(-45deg, var(--a) 0 1rem, var(--b) 1rem 2rem); }
main { max-width: 52rem; margin: 2rem auto; padding: 1.75rem 2rem; background: var(--sheet); border: 1px solid var(--line);
  border-radius: .5rem; overflow-wrap: break-word; }
.site { margin: 0 0 .25rem; color: var(--quiet); font-size: .9rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.15rem; }
label, legend { font-weight: 600; }
label { display: block; margin-top: .9rem; }
fieldset { margin: 1.25rem 0 0; padding: .75rem 1rem 1.1rem; border: 1px solid var(--line); border-radius: .4rem; }
input, select { display: block; width: 100%; max-width: 30rem; margin-top: .25rem; padding: .5rem .6rem; font: inherit;
  color: inherit; background: var(--sheet); border: 1px solid var(--edge); border-radius: .3rem; }
.hint { margin: .25rem 0 0; color: var(--quiet); font-size: .9rem; }
.problem { margin: 0 0 1.25rem; padding: .75rem 1rem; color: var(--bad); background: var(--bad-ground);
  border-left: .3rem solid var(--bad); }
.problem h2 { margin: 0 0 .25rem; font-size: 1rem; }
.problem p { margin: 0; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1rem; margin-top: 1.5rem; }
button { padding: .55rem 1.3rem; font: inherit; font-weight: 600; color: var(--ink); background: transparent;
  border: 1px solid var(--edge); border-radius: .3rem; cursor: pointer; }
button.main { color: var(--on-accent); background: var(--accent); border-color: var(--accent); }
a { color: var(--accent); }
:focus-visible { outline: .19rem solid var(--accent); outline-offset: .13rem; }
.find { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; }
.find div { flex: 1 1 14rem; }
.find input { max-width: none; }
table { width: 100%; margin-top: 1.25rem; border-collapse: collapse; }
caption { text-align: left; color: var(--quiet); padding-bottom: .4rem; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td, thead th { white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody th { overflow-wrap: anywhere; }
li { margin: .4rem 0; }
@media (max-width: 40rem) {
  main { margin: 0; padding: 1.25rem; border-width: 0 0 1px; border-radius: 0; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  tbody th, td { display: block; padding: .1rem 0; border: 0; }
}
`;

/** What the browser is told about the style sheet, so that it takes no other. */
export const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
