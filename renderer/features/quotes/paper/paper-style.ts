/** Paper is white in every theme, and its letters are those of the system: no font is loaded. */
export const paperStyle = `
.quote-paper { background: #fff; color: #1a1a1a; color-scheme: light; font: 10pt/1.45 "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere }
.quote-paper h1, .quote-paper h2 { font-size: 17pt; line-height: 1.25; margin: 0 0 2pt; color: #1a1a1a }
.quote-paper h3, .quote-paper > h2 { font-size: 11.5pt; margin: 14pt 0 4pt; break-after: avoid; color: #1a1a1a }
.quote-paper p { margin: 4pt 0 } .quote-paper .terms { white-space: pre-wrap; margin: 0 }
.quote-paper .provider { font-weight: 600 } .quote-paper .soft, .quote-paper .note { color: #555 }
.quote-paper .note { display: block; font-size: 8.5pt; font-weight: 400 }
.quote-paper .mark { border: 1.5pt dashed #8a3707; padding: 4pt 8pt; font-weight: 600; color: #8a3707 }
.quote-paper dl { margin: 10pt 0 } .quote-paper dl > div { display: grid; grid-template-columns: 130pt 1fr; gap: 8pt }
.quote-paper dt { color: #555 } .quote-paper dd { margin: 0 }
.quote-paper table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
.quote-paper th, .quote-paper td { text-align: left; vertical-align: top; padding: 4pt 8pt 4pt 0; border-bottom: .5pt solid #bbb }
.quote-paper thead th { font-size: 8.5pt; color: #555; white-space: nowrap } .quote-paper thead { display: table-header-group }
.quote-paper tr { break-inside: avoid } .quote-paper .product { font-weight: 600 } .quote-paper .addon { padding-left: 12pt; font-weight: 400 }
.quote-paper .end { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 8pt }
.quote-paper .totals th { font-weight: 600 } .quote-paper .totals td { font-weight: 600 }
`;
