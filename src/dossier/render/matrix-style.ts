import { STYLE } from '../../reports/html/style.js';

/** Style of the matrix, over that of the reports; its SHA-256 stands in the page's security policy. */
export const MATRIX_STYLE = `${STYLE}
body.wide { max-width: 100rem; }
.matrix { font-size: 0.88rem; }
.matrix thead th { position: sticky; top: 0; background: var(--paper); padding-top: 0.6rem; }
.matrix td, .matrix tbody th { padding: 0.55rem 0.9rem 0.55rem 0.4rem; }
.matrix .gap { background: var(--failed-tint); border-left: 3px solid var(--failed); }
.matrix .gap strong { color: var(--failed); }
.matrix tbody th { white-space: nowrap; font-weight: 650; }
.matrix tbody tr:not(.family) th { position: sticky; left: 0; background: var(--paper); }
.family th { background: var(--quiet-tint); font-weight: 650; }
.standing-national { color: var(--accent); border-color: currentColor; }
.matrix thead th { padding-left: 0.4rem; }
body.wide > p { margin-top: 0.5rem; max-width: 90ch; }
body.wide > .scroll { margin-top: 1.5rem; }
.preparation { width: fit-content; padding: 0.2rem 0.8rem; border: 2px solid var(--warning); color: var(--warning); font-weight: 700; border-radius: 4px; letter-spacing: 0.06em; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  .matrix .gap { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .matrix thead th { position: static; }
}
`;
