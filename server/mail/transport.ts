import { folderTransport } from './folder-transport.ts'
import type { Transport } from './letter.ts'
import type { MailSettings } from './settings.ts'
import { smtpTransport } from './smtp-transport.ts'

/** The mail server that is set, else the folder. */
export const openTransport = ({ smtp, folder }: MailSettings): Transport =>
  smtp === undefined ? folderTransport(folder) : smtpTransport(smtp)
