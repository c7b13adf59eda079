import { compile } from '../compile/compile.ts'
import { documentOf, readDefinitionFiles } from './load.ts'
import { isPublished, readLock } from './published.ts'

/** Every version of every survey. */
export async function listSurveys() {
  const [files, lock] = await Promise.all([readDefinitionFiles(), readLock()])
  return files.map((definition) => {
    const { file } = definition
    const instrument = compile(documentOf(definition))
    const { id, version, title, unit, stichtag, frist, hash } = instrument
    return {
      id,
      version,
      title,
      unit,
      stichtag: stichtag ?? null,
      frist,
      hash,
      file,
      published: isPublished(lock, instrument),
    }
  })
}
