import { type WrittenField, writtenFields } from '../../analysis/texts/sources/written-fields.ts'
import type { RouteContext } from '../boot/context.ts'
import { type AskedWave, askedWave } from '../field/asked-wave.ts'
import type { TextsOf } from '../store/texts/list-texts.ts'
import { noteTexts } from '../store/texts/note-texts.ts'
import { fieldOfSource, listSources } from '../store/texts/sources.ts'

/** What texts of a wave answer to: a field of its form, or a file. */
export interface TextField {
  field: string
  /** `F12`, or `Datei`. */
  number: string
  title: string
  kind: WrittenField['kind'] | 'file'
}

export interface AskedTexts extends AskedWave {
  fields: TextField[]
  of: TextsOf
}

/** The texts of a wave, with all that came in until now; none of a trial, which counts nowhere. */
export async function askedTexts(
  context: Pick<RouteContext, 'db' | 'forms'>,
  id: string,
  account: number | undefined,
): Promise<AskedTexts | undefined> {
  const asked = await askedWave(context, id)
  if (asked === undefined || asked.wave.test) return undefined
  const { db } = context
  const written = writtenFields(asked.form.instrument)
  await noteTexts(
    db,
    id,
    written.map(({ field }) => field),
  )
  const files = (await listSources(db, id)).map(
    (source): TextField => ({ field: fieldOfSource(source.id), number: 'Datei', title: source.title, kind: 'file' }),
  )
  return { ...asked, fields: [...written, ...files], of: { wave: id, account, asOf: null } }
}

export const titleOfField = ({ number, title }: TextField): string => `${number}: ${title}`
