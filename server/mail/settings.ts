import { join } from 'node:path'

/** Where mails lie as files where there is no mail server. */
export const mailFolder = (dataDir: string): string => join(dataDir, 'post')

/** A mail server, with what one logs in with. */
export interface SmtpServer {
  host: string
  port: number
  /** Encrypted from the first byte; otherwise the connection turns to that where the server offers it. */
  secure: boolean
  auth: { user: string; pass: string } | undefined
}

export interface MailSettings {
  /** Missing: mails are laid down as files. */
  smtp: SmtpServer | undefined
  /** Where such files lie. */
  folder: string
  from: string
  replyTo: string | undefined
  /** So many the provider takes in an hour. */
  perHour: number
  /** A folder with own templates in place of ours. */
  templates: string | undefined
}
