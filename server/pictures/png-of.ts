import { fileURLToPath } from 'node:url'

/** Those that pages are set in, whatever is installed. */
const fontFiles = ['400Regular/FiraSans_400Regular', '600SemiBold/FiraSans_600SemiBold'].map((name) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/fira-sans/${name}.ttf`)),
)
const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Fira Sans', sansSerifFamily: 'Fira Sans' }

/** A drawing as a PNG of twice its size. */
export async function pngOf(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  return (await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: 2 } })).asPng()
}
