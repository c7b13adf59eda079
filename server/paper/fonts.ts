/** The fonts of papers, each in its package; a PDF carries what it shows of them. */
export const fontFiles = [
  '@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf',
  '@expo-google-fonts/fira-sans/600SemiBold/FiraSans_600SemiBold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]

export const fontPackages: ReadonlySet<string> = new Set(fontFiles.map((path) => path.split('/').slice(0, 2).join('/')))
