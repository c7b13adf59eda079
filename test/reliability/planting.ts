import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../../server/project-root.ts'

/** Arguments by which Node loads `planted/<defect>.js` into a server before all else. */
export const planting = (defect: string): string[] => [
  `--import=${pathToFileURL(join(projectRoot, 'test', 'reliability', 'planted', `${defect}.js`)).href}`,
]
