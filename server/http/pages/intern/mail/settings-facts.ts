import type { MailPage } from '../../../../../views/page-data/mail-pages.ts'
import type { MailSettings } from '../../../../mail/settings.ts'

/** The settings as they are seen, without a password. */
export function settingsFacts({ smtp, folder, from, replyTo, perHour, templates }: MailSettings): MailPage['settings'] {
  return [
    {
      label: 'Weg',
      value:
        smtp === undefined
          ? `als Dateien in ${folder}`
          : `Mailserver ${smtp.host}, Port ${smtp.port}, ${smtp.secure ? 'verschlüsselt' : 'verschlüsselt, wo er es anbietet'}` +
            `${smtp.auth === undefined ? '' : `, angemeldet als ${smtp.auth.user}`}`,
    },
    { label: 'Absender', value: from },
    { label: 'Antworten gehen an', value: replyTo ?? 'den Absender' },
    { label: 'Je Stunde', value: smtp === undefined ? 'ohne Grenze' : `höchstens ${perHour}` },
    {
      label: 'Vorlagen',
      value: templates === undefined ? 'die mitgelieferten' : `eigene aus ${templates}, sonst die mitgelieferten`,
    },
  ]
}
