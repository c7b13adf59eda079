import type { AppContext } from '../boot/context.ts'
import { InputError } from '../errors/input-error.ts'
import { type AskedWave, askedWave } from '../field/asked-wave.ts'
import { Forms } from '../forms/form.ts'
import { registerReader } from '../store/register.ts'
import type { AmendContext } from './amend.ts'

/** A wave of a name that was typed, with what a command needs to amend its answers. */
export async function openWave(
  opened: Pick<AppContext, 'db' | 'pool' | 'config'>,
  id: string,
): Promise<{ context: AmendContext; asked: AskedWave }> {
  const context = { ...opened, forms: new Forms(), register: registerReader(opened.db) }
  const asked = await askedWave(context, id)
  if (asked === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
  return { context, asked }
}
