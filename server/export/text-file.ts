import type { ExportFile } from './files.ts'

/** A file that goes beside tables and is none. */
export interface TextFile {
  file: ExportFile
  name: string
  mediaType: string
  text: string
}
