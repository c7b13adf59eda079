import type { Study } from '../../analysis/codebook/codebook.ts'
import { croissant, type DescribedFile } from '../../analysis/codebook/croissant.ts'
import type { Config } from '../boot/config.ts'
import { exportFiles } from './files.ts'
import type { TextFile, WrittenTable } from './text-file.ts'

/** Formats from which Croissant can read columns; a comma in numbers is not among what it knows. */
const read: Readonly<Record<string, DescribedFile['read']>> = { csv: 'column', json: 'jsonPath', parquet: 'column' }

/** The description that lies beside exported data; `id` names the wave or the waves, as in the names of the files. */
export const croissantFile = (id: string, readStudy: () => Promise<Study>, config: Pick<Config, 'publicUrl'>) =>
  ({
    file: 'croissant',
    name: `${id}${exportFiles.croissant.ending}.json`,
    mediaType: 'application/ld+json; profile="http://mlcommons.org/croissant/1.1"',
    async text(written: readonly WrittenTable[]) {
      const study = await readStudy()
      return croissant(study, written.map(describedFile), addressOf(study, config))
    },
  }) as const satisfies TextFile

function describedFile({ table, format, bytes, sha256 }: WrittenTable): DescribedFile {
  const how = read[format.name]
  return {
    name: `${table.name}${format.ending}`,
    label: exportFiles[table.file].label,
    mediaType: format.mediaType,
    bytes,
    sha256,
    columns: table.columns,
    ...(how && { read: how }),
  }
}

/** Where a wave is told of; what has no address on the web has at least a name of its own. */
function addressOf({ id, waves }: Study, { publicUrl }: Pick<Config, 'publicUrl'>): string {
  const [one] = waves
  return publicUrl === undefined || one === undefined
    ? `urn:stichtag:${id}`
    : new URL(`/erhebung/${one.wave}`, publicUrl).href
}
