import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { restoreBackup } from '../../../server/backup/restore-backup.ts'
import { recordImport } from '../../../server/registry/record-import.ts'
import { undoRegistryImport } from '../../../server/registry/undo-import.ts'
import { extendAll, extendSome, listExtensions, undoExtension } from '../../../server/store/extensions.ts'
import { fieldFacts } from '../../../server/store/field-participants.ts'
import { testApp } from '../../support/app.ts'
import { stichtag } from '../../support/child.ts'
import { bareDatabase } from '../../support/fresh-database.ts'
import { kreisRecord } from '../../support/official-directory.ts'

t.test(
  'after a restore a file read into the register can be undone, and extensions hold and can be given back',
  async (t) => {
    const test = await testApp(t)
    const { db, participants } = test
    const folder = t.testdir({})
    const names = (from: typeof db) =>
      from
        .selectFrom('kreis')
        .select(['name', 'valid_from', 'valid_to'])
        .where('kreis', '=', '117')
        .orderBy('valid_from')
        .execute()
    const was = await names(db)
    const path = join(folder, 'gv.txt')
    await writeFile(path, Buffer.from(`${kreisRecord('117', 'Göppingen-Filstal')}\r\n`, 'latin1'))
    const read = await recordImport(db, { path, file: 'gv.txt', settings: {}, preview: false })
    t.match(read, { state: 'imported', import: Number })
    const wave = 'umfrage-1'
    await db.updateTable('wave').set({ frist: '2099-01-01' }).execute()
    await db.transaction().execute(async (trx) => {
      await extendAll(trx, { wave, frist: '2199-02-01', reason: 'Schnee' })
      await extendSome(trx, { wave, frist: '2199-03-01', reason: 'Brand' }, [participants.get('117019') ?? 0])
    })
    const [extensions, facts] = [await listExtensions(db, wave), await fieldFacts(db, { wave, account: undefined })]

    const file = join(folder, 'sicherung.tar.gz')
    const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: folder }
    t.match(await stichtag(['backup', '--out', file], env), { code: 0 })
    const bare = await bareDatabase(t)
    await restoreBackup(bare.pool, { file, passphrase: undefined })

    t.strictSame(await listExtensions(bare.db, wave), extensions)
    t.strictSame(
      await fieldFacts(bare.db, { wave, account: undefined }),
      facts,
      'with the extension that holds for each',
    )
    t.strictSame(
      facts.map(({ extension }) => extension),
      [2, 1, 1],
    )
    for (const extension of extensions)
      await bare.db.transaction().execute((trx) => undoExtension(trx, { ...extension, wave }))
    t.match(
      await fieldFacts(bare.db, { wave, account: undefined }),
      facts.map(() => ({ extension: null, frist: null, lastDay: extensions.at(-1)?.former ?? '' })),
    )
    t.match(await names(bare.db), [{ name: 'Göppingen' }, { name: 'Göppingen-Filstal', valid_to: null }])
    await undoRegistryImport(bare.db, read.import ?? 0)
    t.strictSame(await names(bare.db), was)
  },
)
