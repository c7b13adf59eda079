import { InputError } from '../errors/input-error.ts'

/** A file in another encoding would be read with wrong umlauts, so it is refused rather than guessed. */
export function readUtf8(content: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (cause) {
    throw new InputError(
      `${file} ist nicht in UTF-8 gespeichert. Abhilfe: in Excel „CSV UTF-8 (durch Trennzeichen getrennt)“ wählen.`,
      { cause },
    )
  }
}
