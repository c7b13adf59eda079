import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { unlessCode } from '../../errors/error-code.ts'

/**
 * Makes what the package's install script makes, where scripts were not allowed to run: links between libraries. And
 * what some unpackers lose: the right to run the programs.
 */
export async function completeBinaries(native: string): Promise<void> {
  await addLinks(native)
  if (process.platform === 'win32') return
  for (const name of await readdir(join(native, 'bin'))) {
    const path = join(native, 'bin', name)
    const { mode } = await stat(path)
    if ((mode & 0o100) === 0) await chmod(path, mode | 0o755)
  }
}

async function addLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(unlessCode('ENOENT'))
  const links: { source: string; target: string }[] = list === undefined ? [] : JSON.parse(list)
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    const present = await stat(path).catch(unlessCode('ENOENT'))
    if (present === undefined) await symlink(relative(dirname(target), source), path).catch(unlessCode('EEXIST'))
  }
}
