import type { FigureOrigin } from '../../../../views/page-data/evaluation-pages.ts'

/** The scripts that lie beside figures, by the ending of their files. */
export const scriptLinks = (hrefOf: (ending: string) => string): FigureOrigin['downloads'] => [
  { href: hrefOf('R'), label: 'Skript in R' },
  { href: hrefOf('do'), label: 'Skript in Stata' },
]
