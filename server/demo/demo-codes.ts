import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppContext } from '../boot/context.ts'
import { unlessCode } from '../errors/error-code.ts'

/** An access code that the start shows. */
export interface DemoCode {
  wave: string
  unit: string
  name: string
  state: string
  code: string
}

const codesFile = ({ config }: Pick<AppContext, 'config'>) => join(config.dataDir, 'demo-zugangscodes.json')

export async function readDemoCodes(context: Pick<AppContext, 'config'>): Promise<DemoCode[]> {
  return JSON.parse((await readFile(codesFile(context), 'utf8').catch(unlessCode('ENOENT'))) ?? '[]')
}

/** Keeps the codes of a wave in place of those that it had. */
export async function keepDemoCodes(context: Pick<AppContext, 'config'>, wave: string, codes: readonly DemoCode[]) {
  const known = (await readDemoCodes(context)).filter((one) => one.wave !== wave)
  await writeFile(codesFile(context), JSON.stringify([...known, ...codes], null, 2), { mode: 0o600 })
}
