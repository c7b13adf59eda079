import { leaving } from '../export/note-export.ts'
import type { Measured } from '../export/write-table.ts'
import type { Package } from './package.ts'

/** What the log keeps of a package: the hash is that of its zip, which holds those of all files. */
export const leavingPackage = ({ origin }: Package, written: Measured) =>
  leaving({ name: 'zip' }, origin, { file: 'paket', ...written })
