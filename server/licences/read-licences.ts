import { assetsOfProcess } from '../http/assets.ts'
import { fontPackages } from '../paper/fonts.ts'
import { projectRoot } from '../project-root.ts'
import { type Installed, installedPackages } from './installed-packages.ts'
import { licenceText } from './licence-text.ts'

/** What leaves the house, and how: in pages, by the ending of its files, or in PDFs. */
export interface Delivered extends Installed {
  as: 'program' | 'css' | 'woff2' | 'js' | 'pdf'
  text: string
}

export interface Licences {
  delivered: Delivered[]
  /** What only the server works with. */
  others: Installed[]
}

/** Reads from what is installed what it may be used and given on for. */
export async function readLicences(root = projectRoot): Promise<Licences> {
  const installed = await installedPackages(root)
  const { bundled } = await assetsOfProcess()
  const asWhat = new Map<string, Delivered['as']>(bundled)
  for (const name of fontPackages) asWhat.set(name, 'pdf')
  const [own, ...needed] = installed
  if (own === undefined) throw new Error('nothing is installed')
  asWhat.set(own.name, 'program')
  const delivered = installed.flatMap((one) => {
    const as = asWhat.get(one.name)
    return as === undefined ? [] : [{ ...one, as }]
  })
  return {
    delivered: await Promise.all(delivered.map(async (one) => ({ ...one, text: await licenceText(one.folder) }))),
    others: needed.filter(({ name }) => !asWhat.has(name)),
  }
}
