import { compileFile, readDefinitionFiles } from './load.ts'
import { isPublished, readLock } from './published.ts'

/** Every version of every survey. */
export async function listSurveys() {
  const [files, lock] = await Promise.all([readDefinitionFiles(), readLock()])
  const instruments = await Promise.all(files.map((file) => compileFile(file)))
  return instruments.map((instrument, place) => {
    const { id, version, title, unit, stichtag, frist, hash } = instrument
    return {
      id,
      version,
      title,
      unit,
      stichtag: stichtag ?? null,
      frist,
      hash,
      file: files[place]?.file ?? '',
      published: isPublished(lock, instrument),
    }
  })
}
