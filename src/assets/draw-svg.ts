import type { ReportFonts } from '../reports/index.js';

/** Draws an SVG of ours as a PNG with our fonts only, so that it looks the same everywhere. `scale` is pixels a unit. */
export async function drawSvg(svg: string, fonts: ReportFonts, scale = 2): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: [fonts.regular.path, fonts.bold.path, fonts.mono.path],
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans Condensed',
    },
  });
  return new Uint8Array(drawn.render().asPng());
}
