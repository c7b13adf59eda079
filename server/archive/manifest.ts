import type { LeftOut, ListedFile, Package } from './package.ts'

export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'

/** What is in a package and what made it; people script against this: it only ever grows. */
export function manifest(
  { name, origin }: Pick<Package, 'name' | 'origin'>,
  files: readonly ListedFile[],
  leftOut: readonly LeftOut[],
): string {
  return `${JSON.stringify({ package: name, origin, files, leftOut }, null, 2)}\n`
}

/** As `sha256sum --check` reads them. */
export const sums = (files: readonly Pick<ListedFile, 'path' | 'sha256'>[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
