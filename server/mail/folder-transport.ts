import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../errors/error-code.ts'
import type { Letter, Outcome, Transport } from './letter.ts'

/** The name of the file that a mail is laid down as. */
export const mailFile = (messageId: string): string => `${messageId.replace(/^<|@.*$/g, '')}.eml`

/** Lays mails down as files: whoever wants to send them another way takes them from there. Only the owner may read them. */
export function folderTransport(folder: string): Transport {
  return {
    async send({ messageId, bytes }: Letter): Promise<Outcome> {
      const file = join(folder, mailFile(messageId))
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(`${file}.neu`, bytes, { mode: 0o600 })
        await rename(`${file}.neu`, file)
        return { state: 'sent' }
      } catch (error) {
        const code = errorCode(error) ?? String(error)
        return { state: 'impossible', problem: `In den Ordner ${folder} lässt sich nicht schreiben (${code}).` }
      }
    },
    close: () => undefined,
  }
}
