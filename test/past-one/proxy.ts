import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startDocumentedProxy } from '../support/proxy.ts'
import { laender, landOf } from './country.ts'

/** HAProxy before the servers of all Länder. `kreise`: all there are. */
export async function startProxy(folder: string, ports: readonly number[], kreise: readonly string[]) {
  await writeFile(join(folder, 'kreise.map'), mapOf(kreise.map((kreis) => [kreis, landOf(kreis).server])))
  await writeFile(join(folder, 'laender.map'), mapOf(laender.map(({ key, server }) => [hostOf(key), server])))
  return startDocumentedProxy(folder, 'server/running/past-one.md', (lines) =>
    lines
      .replaceAll('/etc/haproxy/', `${folder}/`)
      .replaceAll(/10\.0\.(\d)\.11:3000/g, (_all, server: string) => `127.0.0.1:${ports[Number(server) - 1]}`),
  )
}

/** The name under which people of a Land come. */
export const hostOf = (land: string) => `land-${land}.umfrage.example`

const mapOf = (lines: readonly (readonly [string, number])[]) =>
  lines.map(([key, server]) => `${key} land_${server}\n`).join('')
